using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine.Correcting;

/// <summary>Measures that are no sums of facts: what is found for them does, and is not called the cheapest.</summary>
public sealed class DescentTests
{
    private const string Changeable = """
        { "school": { "fields": {
            "teachers": { "type": "number", "unit": "pupil", "range": [0, 5000], "step": 1, "title": { "zh": "教师", "en": "teachers" }, "change": { "cost": 300 } },
            "hall": { "type": "number", "unit": "m2", "range": [0, 10000000], "title": { "zh": "场馆面积", "en": "sports hall" }, "change": { "cost": 0.05 } },
            "pupils_of_plan": { "type": "number", "unit": "pupil", "range": [1, 5000], "step": 1, "title": { "zh": "学生", "en": "pupils" } } } },
          "class": { "fields": {
            "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1, "title": { "zh": "学生数", "en": "enrolment" }, "change": { "cost": 30, "movesWithin": "grade" } },
            "written": { "type": "number", "unit": "min/d", "range": [0, 600], "step": 5, "title": { "zh": "书面作业", "en": "written homework" }, "change": { "cost": 1 } },
            "oral": { "type": "number", "unit": "min/d", "range": [0, 600], "step": 5, "title": { "zh": "口头作业", "en": "oral homework" }, "change": { "cost": 3 } } } } }
        """;

    private static readonly string Classes = string.Join(", ", new[] { (1, 62), (1, 18), (1, 40), (2, 55), (2, 25), (3, 70), (3, 11), (3, 30), (3, 41) }
        .Select((c, i) => $$"""{ "id": "{{i + 1}}", "grade": {{c.Item1}}, "enrolment": {{c.Item2}} }"""));

    [Fact]
    public void Classes_of_a_school_are_evened_out_by_moves_within_their_grades()
    {
        Correction correction = Corrected(Even("0.15"), School(Classes));
        Assert.Equal(CorrectionKind.Sufficient, correction.Kind);
        Assert.StartsWith("a change that would do: move ", correction.Message.In(TextLanguage.English), StringComparison.Ordinal);
        Assert.Equal(0, correction.Changes.Sum(c => c.To.Number - c.From.Number));
    }

    [Fact]
    public void A_class_that_another_rule_keeps_small_gets_no_pupils()
    {
        string small = Rule("small", "\"require\": \"enrolment <= 45 || enrolment == 62 || enrolment == 55 || enrolment == 70\"");
        string full = Rule("full", "\"require\": \"enrolment <= 41 || enrolment >= 55\"");
        Correction correction = Corrected($"{Even("0.2")}, {small}, {full}", School(Classes));
        Assert.Equal(CorrectionKind.Sufficient, correction.Kind);
        Assert.All(correction.Changes, c => Assert.True(c.To.Number is <= 41 or >= 55, $"{c.Row} {c.To}"));
    }

    [Fact]
    public void Schools_of_a_county_are_evened_out_while_what_moves_between_their_classes_keeps_its_total()
    {
        string even = Even("0.25", subject: "region");
        string more = Classes.Replace("62", "9", StringComparison.Ordinal);
        Correction correction = Corrected(even, County(School("s", Classes), School("t", more)));
        Assert.Equal((CorrectionKind.Sufficient, 0m), (correction.Kind, correction.Changes.Sum(c => c.To.Number - c.From.Number)));
        Assert.Equal(["s", "t"], correction.Changes.Select(c => c.Row.Id.Split('/')[0]).Distinct().Order());
    }

    [Fact]
    public void A_county_of_a_hundred_classes_is_evened_out()
    {
        string even = Even("0.1", "classes", "written", "enrolment", "region");
        IEnumerable<string> schools = Enumerable.Range(0, 10).Select(s => School($"s{s}", string.Join(", ", Enumerable.Range(0, 10)
            .Select(c => $$"""{ "id": "{{c}}", "grade": {{1 + (c % 5)}}, "enrolment": {{30 + c}}, "written": {{20 + (5 * ((7 * s + 3 * c) % 13))}} }"""))));
        Assert.Equal(CorrectionKind.Sufficient, Corrected(even, County([.. schools])).Kind);
    }

    [Fact]
    public void Fine_steps_of_a_wide_range_are_gone_by_strides()
    {
        string even = Even("0.3", "schools", "hall / pupils_of_plan", "pupils_of_plan", "region");
        IEnumerable<string> schools = Enumerable.Range(1, 12).Select(s => $$"""{ "id": "{{s}}", "region": "370322", "pupils_of_plan": {{400 + (37 * s)}}, "hall": {{s * s * 300.25}} }""");
        Assert.Equal(CorrectionKind.Sufficient, Corrected(even, County([.. schools])).Kind);
    }

    [Fact]
    public void Facts_that_are_not_known_stay_so()
    {
        Correction correction = Corrected(
            Rule("even", "\"require\": \"classes.filter(c, has(c.written)).map(c, c.written).cv() <= 0.05\"", subject: "school"),
            School("""{ "id": "1", "written": 90 }, { "id": "2" }, { "id": "3", "written": 30 }, { "id": "4", "written": 45 }, { "id": "5", "written": 200 }"""));
        Assert.Equal(CorrectionKind.Sufficient, correction.Kind);
        Assert.DoesNotContain("s/2", correction.Changes.Select(c => c.Row.Id));
    }

    [Theory]
    [InlineData("classes.map(c, c.written).percentile(80) <= 40")]
    [InlineData("classes.filter(c, c.written > 20).map(c, c.written).cv() <= 0.1")]
    [InlineData("classes.map(c, c.written * c.oral).sum() <= 2000")]
    [InlineData("classes.all(c, c.written * c.oral <= 600 && c.written >= c.oral)")]
    [InlineData("classes.map(c, c.written).cv() <= 0.1 && classes.map(c, c.oral).cv() <= 0.1")]
    public void What_is_no_sum_is_put_right(string condition)
    {
        string classes = string.Join(", ", Enumerable.Range(1, 8).Select(c => $$"""{ "id": "{{c}}", "written": {{15 * c}}, "oral": {{5 * c}} }"""));
        Assert.Contains(Corrected(Rule("even", $"\"require\": \"{condition}\"", subject: "school"), School(classes)).Kind, (IEnumerable<CorrectionKind>)[CorrectionKind.Sufficient, CorrectionKind.Cheapest]);
    }

    [Fact]
    public void Where_no_move_does_it_is_not_said_that_none_does()
    {
        Correction correction = Corrected(Even("0"), School("""{ "id": "1", "grade": 1, "enrolment": 62 }, { "id": "2", "grade": 1, "enrolment": 18 }, { "id": "3", "grade": 1, "enrolment": 21 }"""));
        Assert.Equal((CorrectionKind.None, "no change of these facts was found within the bounds of the search: enrolment"), (correction.Kind, correction.Message.In(TextLanguage.English)));
    }

    [Fact]
    public void The_same_facts_get_the_same_changes_everywhere()
    {
        string[] first = Told(), second = Told();
        Assert.Equal(first, second);

        static string[] Told() => [.. Corrected(Even("0.15"), School(Classes)).Changes.Select(c => $"{c.Row} {c.To.Text}")];
    }

    private static string Even(string most, string of = "classes", string measure = "enrolment", string? weight = null, string subject = "school") => Rule(
        "even",
        $$"""
        "balance": { "of": "{{of}}", "measure": "{{measure}}", {{(weight is null ? string.Empty : $"\"weight\": \"{weight}\",")}} "statistic": "cv", "max": {{most}} }
        """,
        subject: subject);

    private static string School(string classes) => County(School("s", classes));

    private static string School(string id, string classes) => $$"""{ "id": "{{id}}", "region": "370322", "classes": [{{classes}}] }""";

    private static string County(params string[] schools) => $$"""
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "regions": [ { "code": "370322", "level": "county" } ], "schools": [ {{string.Join(", ", schools)}} ] }
        """;

    /// <summary>The correction of the first breach of the rule <c>even</c>: what it changes has been put into the facts and judged again.</summary>
    private static Correction Corrected(string rules, string facts)
    {
        using TempPacks folder = new();
        Catalogue catalogue = Judged.Catalogue(folder.With("packs/a/pack.json", Pack(facts: Changeable, rules: $"[{rules}]")).With("snapshot.json", facts).Path + "/packs").Value;
        Snapshot snapshot = new JsonSnapshotSource(folder.Path + "/snapshot.json", "snapshot.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Plan plan = Plan.For(catalogue, Judged.Day);
        RunOptions options = new() { Corrections = true };
        Finding finding = plan.Run(snapshot, options).Findings.First(f => f is { Rule: "a/even", Verdict: Verdict.NonCompliant });
        VerdictMap before = new(plan, snapshot, options);
        if (finding.Correction!.Changes.IsEmpty) return finding.Correction;
        VerdictMap after = new(plan, AppliedChanges.To(snapshot, finding.Correction.Changes), options);
        Assert.Equal(Verdict.Compliant, after.Of(finding.Rule, finding.Subject!.ToString()));
        Assert.Empty(after.WorseThan(before));
        return finding.Correction;
    }
}
