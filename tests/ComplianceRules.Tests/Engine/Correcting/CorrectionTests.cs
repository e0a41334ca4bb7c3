using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine.Correcting;

public sealed class CorrectionTests
{
    private const string Changeable = """
        { "school": { "fields": { "quiet": { "type": "bool", "title": { "zh": "午间安静", "en": "quiet noon" }, "change": { "cost": 2 } } } },
          "class": { "fields": {
            "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1, "title": { "zh": "学生数", "en": "enrolment" }, "change": { "cost": 30, "movesWithin": "grade" } },
            "written": { "type": "number", "unit": "min/d", "range": [0, 600], "step": 5, "title": { "zh": "书面作业", "en": "written homework" }, "change": { "cost": 1 } },
            "oral": { "type": "number", "unit": "min/d", "range": [0, 600], "step": 5, "title": { "zh": "口头作业", "en": "oral homework" }, "change": { "cost": 3 } },
            "bright": { "type": "bool", "title": { "zh": "采光达标", "en": "bright enough" }, "change": { "cost": 50 } },
            "spent": { "type": "number", "unit": "CNY", "range": [0, 999999999999999], "title": { "zh": "支出", "en": "spending" }, "change": { "cost": 3 } },
            "area": { "type": "number", "unit": "m2", "range": [0, 500], "title": { "zh": "面积", "en": "area" } },
            "starts": { "type": "time", "range": ["05:00", "12:00"], "title": { "zh": "上课时间", "en": "first lesson" }, "change": { "cost": 1 } } } },
          "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": { "zh": "学生", "en": "pupil" }, "fields": {
            "sleep": { "type": "number", "unit": "h/d", "range": [0, 24], "step": 0.5, "title": { "zh": "睡眠", "en": "sleep" }, "change": { "cost": 1 } } } } }
        """;

    [Fact]
    public void A_limit_is_kept_by_the_nearest_step_and_the_sentence_says_by_how_much()
    {
        Correction correction = Of(Rule(kind: "\"limit\": { \"of\": \"written\", \"max\": 62 }"), """{ "id": "1", "written": 85 }""");
        Assert.Equal(CorrectionKind.Cheapest, correction.Kind);
        Assert.Equal("最小改动：书面作业由85分钟/天改为60分钟/天（减少25分钟/天）", correction.Message.In(TextLanguage.Chinese));
        Assert.Equal("smallest change: written homework: from 85 min/d to 60 min/d (25 min/d less)", correction.Message.In(TextLanguage.English));
        FactChange change = Assert.Single(correction.Changes);
        Assert.Equal(("class:s/1", "written", "85", "60", "min/d", 5m), (change.Row.ToString(), change.Field.Name, change.From.Text, change.To.Text, change.Unit, change.Cost));
    }

    [Fact]
    public void A_fact_that_may_be_as_large_as_can_be_stops_at_the_limit_too() =>
        Assert.Equal([("spent", "0.3")], Changes(Rule(kind: "\"limit\": { \"of\": \"spent\", \"min\": 0.3 }"), """{ "id": "1", "spent": 0.000003 }"""));

    [Theory]
    [InlineData("0.6", "0.59")]
    [InlineData("0.600000001", "0.6")]
    [InlineData("0.600000000000001", "0.6")]
    [InlineData("0.599999999999999", "0.59")]
    public void A_limit_that_is_excluded_excludes_the_step_that_it_is_and_no_other(string below, string to) =>
        Assert.Equal([("spent", to)], Changes(Rule(kind: $$"""  "limit": { "of": "spent", "below": {{below}} }  """), """{ "id": "1", "spent": 0.9 }"""));

    [Theory]
    [InlineData("9.99999999999999", "10")]
    [InlineData("10", "10.01")]
    public void So_it_is_from_below(string above, string to) =>
        Assert.Equal([("spent", to)], Changes(Rule(kind: $$"""  "limit": { "of": "spent", "above": {{above}} }  """), """{ "id": "1", "spent": 2 }"""));

    [Fact]
    public void Of_two_facts_in_a_sum_the_one_that_is_cheaper_changes() =>
        Assert.Equal([("written", "20")], Changes(Rule(kind: "\"require\": \"written + oral <= 60\""), """{ "id": "1", "written": 50, "oral": 40 }"""));

    [Fact]
    public void Where_the_cheaper_fact_is_used_up_the_other_one_gives_the_rest() =>
        Assert.Equal([("oral", "60"), ("written", "0")], Changes(Rule(kind: "\"require\": \"written + oral <= 60\""), """{ "id": "1", "written": 10, "oral": 80 }"""));

    [Fact]
    public void A_cheap_way_round_is_taken_where_the_rule_leaves_one() =>
        Assert.Equal([("written", "55")], Changes(Rule(kind: "\"require\": \"bright || written < 60\""), """{ "id": "1", "written": 85, "bright": false }"""));

    [Fact]
    public void Pupils_only_move_between_classes_of_one_grade_and_no_other_class_gets_too_large()
    {
        Correction correction = Of(
            Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }"),
            """{ "id": "1", "grade": 1, "enrolment": 54 }, { "id": "2", "grade": 1, "enrolment": 41 }, { "id": "3", "grade": 1, "enrolment": 38 }, { "id": "4", "grade": 2, "enrolment": 10 }""");
        Assert.Equal(CorrectionKind.Cheapest, correction.Kind);
        Assert.Equal(95 + 38, correction.Changes.Sum(c => c.To.Number) + (correction.Changes.Length == 2 ? 41 : 0));
        Assert.All(correction.Changes, c => Assert.True(c.Row.Id != "s/4" && c.To.Number <= 45));
        Assert.Equal(9 * 30, correction.Cost);
        Assert.StartsWith("最小改动：从班级1调出9名学生，向班级", correction.Message.In(TextLanguage.Chinese), StringComparison.Ordinal);
        Assert.StartsWith("smallest change: move 9 pupils out of class 1, and ", correction.Message.In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_grade_has_too_many_pupils_for_its_classes_no_move_is_advised()
    {
        Correction correction = Of(Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }"), """{ "id": "1", "grade": 1, "enrolment": 54 }, { "id": "2", "grade": 1, "enrolment": 41 }""");
        Assert.Equal((CorrectionKind.None, 0), (correction.Kind, correction.Changes.Length));
        Assert.Equal("the 2 rows of the group (class) have 95 pupils in all; no move within a group puts it right without a new breach: enrolment", correction.Message.In(TextLanguage.English));
    }

    [Fact]
    public void A_change_that_would_break_another_rule_is_not_advised()
    {
        string late = Rule("late", "\"limit\": { \"of\": \"starts\", \"min\": \"time('08:20')\" }");
        string early = Rule("early", "\"require\": \"area <= 100 || starts <= time('08:00')\"");
        Assert.Equal([("starts", "08:20")], Changes($"{late}, {early}", """{ "id": "1", "starts": "08:00", "area": 50 }""", "a/late"));
        Assert.Equal(CorrectionKind.None, Of($"{late}, {early}", """{ "id": "1", "starts": "08:00", "area": 150 }""", "a/late").Kind);
    }

    [Fact]
    public void What_another_rule_asks_for_changes_as_well_where_it_can()
    {
        string late = Rule("late", "\"limit\": { \"of\": \"starts\", \"min\": \"time('08:20')\" }");
        string early = Rule("early", "\"require\": \"!bright || starts <= time('08:00')\"");
        Assert.Equal([("bright", "false"), ("starts", "08:20")], Changes($"{late}, {early}", """{ "id": "1", "starts": "08:00", "bright": true }""", "a/late"));
    }

    [Fact]
    public void A_dear_way_within_the_rule_is_not_taken_for_the_cheapest_where_another_rule_leaves_a_cheaper_one()
    {
        string either = Rule("either", "\"require\": \"(written <= 60 || bright) && (oral <= 60 || area > 10)\"");
        string together = Rule("together", "\"require\": \"written >= 65 || oral <= 30\"");
        Correction correction = Of($"{either}, {together}", """{ "id": "1", "written": 65, "oral": 35, "bright": false, "area": 40 }""", "a/either");
        Assert.Equal((CorrectionKind.Cheapest, 4m, "oral 30, written 60"), (correction.Kind, correction.Cost, string.Join(", ", correction.Changes.Select(c => $"{c.Field.Name} {c.To}"))));
    }

    [Fact]
    public void Rows_below_the_rows_of_a_school_are_not_put_wrong_either()
    {
        string late = Rule("late", "\"limit\": { \"of\": \"starts\", \"min\": \"time('08:20')\" }");
        string rested = Rule("rested", "\"require\": \"sleep >= 9 || class.starts <= time('08:00')\"", subject: "pupil");
        string classes = """{ "id": "1", "starts": "08:00", "pupils": [ { "id": "p", "sleep": 8 } ] }""";
        Assert.Equal(CorrectionKind.None, Of($"{late}, {rested}", classes, "a/late").Kind);
        Assert.Equal(["starts", "sleep"], Changes($"{late}, {rested}", classes, "a/late", showsPersons: true).Select(c => c.Field));
    }

    [Theory]
    [InlineData("999999999999999", "4999999999999995")]
    [InlineData("1e-15", "0.000000000000005")]
    [InlineData("0", "0")]
    [InlineData("0.1", "0.5")]
    public void What_a_change_costs_is_the_cost_of_a_step_times_the_steps(string cost, string expected)
    {
        string facts = Changeable.Replace("\"change\": { \"cost\": 3 }", $"\"change\": {{ \"cost\": {cost} }}", StringComparison.Ordinal);
        Correction correction = Of(Rule(kind: "\"limit\": { \"of\": \"oral\", \"max\": 60 }"), """{ "id": "1", "oral": 85 }""", facts: facts);
        Assert.Equal((CorrectionKind.Cheapest, "60"), (correction.Kind, Assert.Single(correction.Changes).To.Text));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), correction.Cost);
    }

    [Fact]
    public void A_number_of_more_steps_than_can_be_counted_is_still_put_right()
    {
        string facts = Changeable.Replace("\"range\": [0, 600], \"step\": 5, \"title\": { \"zh\": \"口头作业\"", "\"range\": [0, 1e15], \"step\": 0.000001, \"title\": { \"zh\": \"口头作业\"", StringComparison.Ordinal);
        Assert.Equal("60", Assert.Single(Of(Rule(kind: "\"limit\": { \"of\": \"oral\", \"max\": 60 }"), """{ "id": "1", "oral": 61 }""", facts: facts).Changes).To.Text);
        string dear = facts.Replace("\"change\": { \"cost\": 3 }", "\"change\": { \"cost\": 999999999999999 }", StringComparison.Ordinal);
        Assert.Equal(1e24m, Of(Rule(kind: "\"limit\": { \"of\": \"oral\", \"max\": 60 }"), """{ "id": "1", "oral": 1000000000 }""", facts: dear).Cost);
    }

    [Fact]
    public void Where_not_all_values_of_a_fact_are_tried_it_is_not_said_that_nothing_helps()
    {
        string keys = string.Join(", ", Enumerable.Range(0, 12).Select(i => $$"""
            "k{{i}}": { "zh": "{{i}}", "en": "{{i}}" }
            """));
        string facts = Changeable.Replace("\"bright\":", $$$"""
            "marks": { "type": "set", "values": { {{{keys}}} }, "title": { "zh": "标记", "en": "marks" }, "change": { "cost": 1 } }, "bright":
            """, StringComparison.Ordinal);
        Correction correction = Of(Rule(kind: "\"require\": \"'k0' in marks && 'k1' in marks && 'k2' in marks\""), """{ "id": "1", "marks": [] }""", facts: facts);
        Assert.Equal((CorrectionKind.None, "no change of these facts was found within the bounds of the search: marks"), (correction.Kind, correction.Message.In(TextLanguage.English)));
    }

    [Fact]
    public void What_only_another_school_could_change_is_not_advised()
    {
        const string Two = """
            { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [ { "id": "s", "region": "370322", "quiet": true }, { "id": "t", "region": "370322", "quiet": false } ] }
            """;
        string all = Rule(kind: "\"require\": \"region.schools.all(o, o.quiet)\"", subject: "school");
        FindingList findings = Judged.Of(Pack(facts: Changeable, rules: $"[{all}]"), Two, options: new() { Corrections = true }).Findings;
        Assert.Equal([("s", CorrectionKind.None), ("t", CorrectionKind.Cheapest)], findings.Select(f => (f.Subject!.Id, f.Correction!.Kind)));
    }

    [Fact]
    public void A_row_may_leave_a_filter_where_that_is_the_cheaper_way()
    {
        string dark = Rule(kind: "\"forbid\": \"classes.filter(c, c.written > 60).exists(c, !c.bright)\"", subject: "school");
        Correction correction = Of(dark, """{ "id": "1", "written": 85, "bright": false }, { "id": "2", "written": 40, "bright": false }""");
        Assert.Equal((CorrectionKind.Cheapest, "class:s/1 written 60"), (correction.Kind, string.Join(", ", correction.Changes.Select(c => $"{c.Row} {c.Field.Name} {c.To}"))));
    }

    [Fact]
    public void Nothing_is_called_the_cheapest_where_a_list_of_values_hides_what_facts_do()
    {
        string hidden = Rule(kind: "\"require\": \"[written, oral].all(m, m <= 60)\"");
        Assert.NotEqual(CorrectionKind.Cheapest, Of(hidden, """{ "id": "1", "written": 85, "oral": 10 }""").Kind);
    }

    [Fact]
    public void Of_a_share_as_few_rows_change_as_are_needed_the_cheapest_first()
    {
        string share = Rule(kind: "\"share\": { \"of\": \"classes\", \"that\": \"written <= 60\", \"min\": 75 }", subject: "school");
        Correction correction = Of(share, """{ "id": "1", "written": 90 }, { "id": "2", "written": 65 }, { "id": "3", "written": 70 }, { "id": "4", "written": 60 }""");
        Assert.Equal(["s/2", "s/3"], correction.Changes.Select(c => c.Row.Id));
        Assert.Equal("最小改动：班级2的书面作业由65分钟/天改为60分钟/天（减少5分钟/天）；班级3的书面作业由70分钟/天改为60分钟/天（减少10分钟/天）", correction.Message.In(TextLanguage.Chinese));
    }

    [Fact]
    public void A_balance_is_restored_by_moving_between_the_rows()
    {
        string balance = Rule(kind: "\"balance\": { \"of\": \"classes\", \"measure\": \"enrolment\", \"statistic\": \"spread\", \"max\": 2 }", subject: "school");
        Correction correction = Of(balance, """{ "id": "1", "grade": 1, "enrolment": 40 }, { "id": "2", "grade": 1, "enrolment": 32 }, { "id": "3", "grade": 1, "enrolment": 36 }""");
        Assert.Equal((CorrectionKind.Cheapest, 3 * 30m), (correction.Kind, correction.Cost));
        Assert.Equal(108, correction.Changes.Sum(c => c.To.Number) + (correction.Changes.Length == 2 ? 36 : 0));
    }

    [Fact]
    public void A_composed_rule_is_put_right_in_all_its_parts()
    {
        string rules = $"{Rule("w", "\"limit\": { \"of\": \"written\", \"max\": 60 }")}, {Rule("q", "\"require\": \"quiet\"", subject: "school")}, {Rule("all", "\"composite\": { \"of\": [ { \"id\": \"p\", \"rules\": [\"w\", \"q\"] } ] }", subject: "school")}";
        Correction correction = Of(rules, """{ "id": "1", "written": 90 }, { "id": "2", "written": 65 } ], "quiet": false, "more": [""", "a/all");
        Assert.Equal((CorrectionKind.Cheapest, "class:s/1 60, class:s/2 60, school:s true"), (correction.Kind, string.Join(", ", correction.Changes.Select(c => $"{c.Row} {c.To}"))));
    }

    [Fact]
    public void Facts_that_nobody_marks_are_not_changed_and_the_sentence_names_them()
    {
        Correction correction = Of(Rule(kind: "\"limit\": { \"of\": \"area\", \"min\": 50 }"), """{ "id": "1", "area": 40 }""");
        Assert.Equal((CorrectionKind.None, "none of the facts that it reads is marked as one that can be changed: area"), (correction.Kind, correction.Message.In(TextLanguage.English)));
    }

    [Fact]
    public void What_is_undetermined_is_to_be_collected()
    {
        Correction correction = Of(Rule(kind: "\"require\": \"written + oral <= 60\""), """{ "id": "1", "written": 10 }, { "id": "2", "written": 10, "oral": 10 }""");
        Assert.Equal((CorrectionKind.Collect, "请先补报：口头作业", "collect first: oral homework"), (correction.Kind, correction.Message.In(TextLanguage.Chinese), correction.Message.In(TextLanguage.English)));
    }

    [Fact]
    public void What_pupils_could_change_is_not_looked_for_where_pupils_may_not_be_shown()
    {
        string rule = Rule(kind: "\"require\": \"pupils.all(p, p.sleep >= 9)\"");
        string pupils = """{ "id": "1", "pupils": [ { "id": "p", "sleep": 8 }, { "id": "q", "sleep": 9 } ] }""";
        Assert.Equal((CorrectionKind.None, 0), (Of(rule, pupils).Kind, Of(rule, pupils).Changes.Length));
        Assert.Equal("pupil:s/1/p", Assert.Single(Of(rule, pupils, showsPersons: true).Changes).Row.ToString());
    }

    [Fact]
    public void Without_being_asked_for_no_finding_has_a_correction() =>
        Assert.All(Judged.Of(Pack(facts: Changeable, rules: $"[{Rule()}]"), Judged.School("""{ "id": "1", "bright": false }, { "id": "2" }""")).Findings, f => Assert.Null(f.Correction));

    [Fact]
    public void A_breach_that_is_waived_or_a_row_that_keeps_the_rule_needs_no_correction()
    {
        Assessment assessment = Judged.Of(Pack(facts: Changeable, rules: $"[{Rule()}]"), Judged.School("""{ "id": "1", "bright": true }"""), options: new() { Corrections = true, IncludeAll = true });
        Assert.Null(Assert.Single(assessment.Findings).Correction);
    }

    private static (string Field, string To)[] Changes(string rules, string classes, string? rule = null, bool showsPersons = false) => [.. Of(rules, classes, rule, showsPersons).Changes.Select(c => (c.Field.Name, c.To.Text))];

    private static Correction Of(string rules, string classes, string? rule = null, bool showsPersons = false, string facts = Changeable)
    {
        string school = $$"""
            { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [ { "id": "s", "name": "学校", "region": "370322", "classes": [{{classes}}] } ] }
            """.Replace(", \"more\": []", string.Empty, StringComparison.Ordinal);
        Assessment assessment = Judged.Of(Pack(facts: facts, rules: $"[{rules}]"), school, options: new() { Corrections = true, IncludePersonal = showsPersons });
        return assessment.Findings.First(f => (rule is null || f.Rule == rule) && f.Verdict is Verdict.NonCompliant or Verdict.Undetermined).Correction!;
    }
}
