using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Kinds;

/// <summary>What findings and explanations say of rules that are made of several parts.</summary>
public sealed class KindFindingTests
{
    private const string Facts = """
        { "class": { "fields": {
            "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1, "title": { "zh": "班额", "en": "enrolment" } },
            "rooms": { "type": "number", "unit": "room", "range": [0, 9], "step": 1, "title": { "zh": "教室", "en": "rooms" } },
            "bright": { "type": "bool", "title": { "zh": "明亮", "en": "bright" } },
            "opened": { "type": "date", "title": { "zh": "开班日期", "en": "opened on" } }, "closed": { "type": "date", "title": { "zh": "结班日期", "en": "closed on" } } } },
          "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": { "tall": { "type": "bool", "title": "高" } } } }
        """;

    private const string Items = """
        "k-of": { "k": 2, "floor": 50, "items": [ { "id": "size", "title": { "zh": "班额达标", "en": "large enough" }, "limit": { "of": "enrolment", "min": 40 } },
          { "id": "rooms", "title": { "zh": "教室达标", "en": "rooms enough" }, "limit": { "of": "rooms", "min": 4 } } ] }
        """;

    private const string Steps = """
        "sequence": { "steps": [ { "id": "open", "on": "opened" }, { "id": "close", "title": { "zh": "结班", "en": "the end" }, "on": "closed", "after": "open", "strictly": true, "wait": { "min": 7 }, "when": "bright" } ] }
        """;

    private const string Bands = """
        "bands": { "of": "enrolment", "bands": [ { "id": "small", "from": 0, "title": { "zh": "小班", "en": "small" } }, { "id": "large", "from": 46, "title": { "zh": "大班", "en": "large" } } ] }
        """;

    [Theory]
    [InlineData(Items, "\"enrolment\": 39, \"rooms\": 1", "规则：2项中达标0项，应不少于2项；低于底线：教室达标（教室为1间，规定为不少于4间）；未达标：班额达标（班额为39名学生，规定为不少于40名学生）")]
    [InlineData(Items, "\"enrolment\": 40, \"rooms\": 4", "规则：2项中达标2项，应不少于2项")]
    [InlineData(Steps, "\"opened\": \"2026-08-01\", \"closed\": \"2026-08-01\", \"bright\": true", "规则：2个步骤中1个符合要求；未达标：结班（结班日期为2026-08-01，规定为晚于2026-08-01；“open”结束后的天数为0天，规定为不少于7天）")]
    [InlineData(Steps, "\"opened\": \"2026-08-01\", \"bright\": false", "规则：2个步骤中2个符合要求")]
    [InlineData(Bands, "\"enrolment\": 46", "班额为46名学生，等次：大班")]
    [InlineData("\"limit\": { \"of\": \"percent(rooms, rooms)\", \"min\": 100 }", "\"rooms\": 4", "教室占教室的比例为100%，规定为不少于100%")]
    [InlineData("\"forbid\": \"pupils.exists(p, p.tall)\"", "\"pupils\": [{ \"id\": \"1\", \"tall\": true }]", "规则：存在被禁止的情形")]
    [InlineData("\"forbid\": \"bright\"", "\"bright\": true", "规则：存在被禁止的情形（明亮：是）")]
    [InlineData("\"consistency\": { \"left\": \"enrolment\", \"right\": \"rooms / 1.0 * 10.0 * param('one')\" }", "\"enrolment\": 41, \"rooms\": 4", "班额为41名学生，规定为40名学生")]
    public void A_finding_says_which_parts_fail_and_by_how_much(string kind, string facts, string said) => Assert.Equal(said, Of(kind, facts).Message.In(TextLanguage.Chinese));

    [Fact]
    public void Both_languages_say_the_same_of_a_step()
    {
        Finding finding = Of(Steps, "\"opened\": \"2026-08-01\", \"closed\": \"2026-08-07\", \"bright\": true");
        Assert.Equal(Verdict.NonCompliant, finding.Verdict);
        Assert.Equal("规则: 1 of 2 steps are in order; not met: the end (days since the end of \"open\": 6 d; the rule is at least 7 d)", finding.Message.In(TextLanguage.English));
    }

    [Theory]
    [InlineData("\"bands\": { \"of\": \"enrolment\", \"bands\": [ { \"id\": \"a\", \"from\": \"rooms / 1.0 * param('one')\" }, { \"id\": \"b\", \"from\": 5 } ] }", "\"enrolment\": 9, \"rooms\": 4", "b")]
    [InlineData("\"bands\": { \"of\": \"enrolment\", \"bands\": [ { \"id\": \"a\", \"from\": \"rooms / 1.0 * param('one')\" }, { \"id\": \"b\", \"from\": 5 } ] }", "\"enrolment\": 9, \"rooms\": 5", null)]
    [InlineData("\"bands\": { \"of\": \"enrolment\", \"bands\": [ { \"id\": \"a\", \"from\": 5 }, { \"id\": \"b\", \"from\": \"rooms / 1.0 * param('one')\" }, { \"id\": \"c\", \"from\": 40 } ] }", "\"enrolment\": 50", "c")]
    [InlineData("\"bands\": { \"of\": \"enrolment\", \"bands\": [ { \"id\": \"a\", \"from\": 5 }, { \"id\": \"b\", \"from\": \"rooms / 1.0 * param('one')\" }, { \"id\": \"c\", \"from\": 40 } ] }", "\"enrolment\": 30", null)]
    public void A_row_is_in_no_band_where_bands_do_not_ascend_for_it_or_one_it_may_reach_is_not_known(string kind, string facts, string? band)
    {
        Finding finding = Of(kind, facts);
        Assert.Equal((Verdict.Compliant, band), (finding.Verdict, finding.Band?.Id));
    }

    [Fact]
    public void A_figure_that_must_agree_with_a_count_of_two_persons_is_not_shown()
    {
        Finding finding = Of("\"consistency\": { \"left\": \"enrolment\", \"right\": \"pupils.size()\" }", "\"enrolment\": 2, \"pupils\": [ { \"id\": \"1\" }, { \"id\": \"2\" } ]");
        Assert.Equal((Verdict.Compliant, null, null, null), (finding.Verdict, finding.Observed, finding.Limit, finding.Margin));
        Assert.DoesNotContain("2", finding.Message.In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_that_counts_two_persons_does_not_say_so()
    {
        Finding finding = Of("\"k-of\": { \"k\": 1, \"items\": [ { \"id\": \"a\", \"limit\": { \"of\": \"pupils.size()\", \"min\": 3 } } ] }", "\"pupils\": [ { \"id\": \"1\" }, { \"id\": \"2\" } ]");
        Assert.Equal(Verdict.NonCompliant, finding.Verdict);
        Assert.DoesNotContain("2", finding.Message.In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_shows_every_item_and_step_by_its_title_also_after_one_that_decides()
    {
        ExplainedNode items = Explained(Items, "\"enrolment\": 39, \"rooms\": 1").Holds;
        Assert.Equal([ExplainedKind.AtLeast, ExplainedKind.Any, ExplainedKind.Any], items.Parts.Select(p => p.Kind));
        Assert.Equal(["large enough", "rooms enough"], items.Parts[0].Parts.Select(p => p.Title!.English));
        Assert.Equal(["large enough: floor", "rooms enough: floor"], items.Parts.Skip(1).Select(p => p.Title!.English));
        Assert.All(items.Parts, p => Assert.Equal(ExplainedState.Known, p.State));
        Assert.Equal("at least 2 of these 2 hold", items.Parts[0].Title!.English);
    }

    [Fact]
    public void A_step_that_asks_nothing_lends_its_title_to_no_other()
    {
        ExplainedNode steps = Explained(Steps, "\"opened\": \"2026-08-01\", \"closed\": \"2026-08-07\", \"bright\": true").Holds;
        string[] titles = [.. Flat(steps).Select(n => n.Title?.English).OfType<string>()];
        Assert.Contains("the end", titles);
        Assert.DoesNotContain("open", titles);
    }

    private static IEnumerable<ExplainedNode> Flat(ExplainedNode node) => node.Parts.SelectMany(Flat).Prepend(node);

    private static Finding Of(string kind, string facts) =>
        Assert.Single(Judged.Of(Pack(kind), Judged.School($$"""{ "id": "1", {{facts}} }"""), options: new RunOptions { IncludeAll = true }).Findings);

    private static Explanation Explained(string kind, string facts)
    {
        using TempPacks folder = new TempPacks().With("packs/a/pack.json", Pack(kind)).With("snapshot.json", Judged.School($$"""{ "id": "1", {{facts}} }"""));
        Catalogue catalogue = Judged.Catalogue(folder.Path + "/packs").Value;
        Snapshot snapshot = new JsonSnapshotSource(folder.Path + "/snapshot.json", "snapshot.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        return Plan.For(catalogue, Judged.Day).Explain(snapshot, "a/r", "class:s/1");
    }

    private static string Pack(string kind) => PackText.Pack(
        facts: Facts, parameters: """{ "one": { "unit": "pupil/room", "strictness": "none", "values": [ { "from": null, "value": 1 } ] } }""", rules: $"[{PackText.Rule(kind: kind)}]");
}
