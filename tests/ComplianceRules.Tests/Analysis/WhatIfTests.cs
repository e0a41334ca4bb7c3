using System.Text;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Analysis;

public sealed class WhatIfTests
{
    private const string Parameters = """
        { "most": { "unit": "pupil", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 45 } ] },
          "late": { "type": "time", "strictness": "later", "values": [ { "from": "2020-01-01", "value": "08:00" } ] },
          "kept": { "unit": "pupil", "strictness": "none", "by": "stage", "values": [ { "from": null, "value": { "primary": 1, "junior": 2 } } ] },
          "open": { "type": "bool", "strictness": "none", "values": [ { "from": null, "value": true } ] },
          "idle": { "unit": "1", "strictness": "none", "values": [ { "from": null, "value": 1 } ] } }
        """;

    private static readonly string Rules = string.Join(
        ",",
        Rule("size", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }"),
        Rule("start", "\"limit\": { \"of\": \"starts\", \"min\": \"$late\" }"),
        Rule("open", "\"require\": \"bright == param('open')\""),
        Rule("stage", "\"require\": \"enrolment + 1 > param('kept')\""));

    private static readonly string Nation = Pack(parameters: Parameters, rules: $"[{Rules}]");

    private const string County = """{ "most": { "values": [ { "from": "2022-09-01", "value": 40 } ] } }""";

    private static readonly string Classes = Judged.School(string.Join(
        ",",
        """{ "id": "1", "grade": 1, "enrolment": 30, "starts": "08:10" }""",
        """{ "id": "2", "grade": 1, "enrolment": 40, "starts": "07:50" }""",
        """{ "id": "3", "grade": 1, "enrolment": 45 }""",
        """{ "id": "4", "grade": 1 }"""));

    [Fact]
    public void Each_value_has_the_counts_of_a_run_with_it_and_what_is_not_known_stays_so()
    {
        SweptRule rule = Assert.Single(Sweep(new WhatIfRequest("most", "39", "46") { Step = "1" }).Rules);
        Assert.Equal([1, 2, 2, 2, 2, 2, 3, 3], rule.Counts.Select(c => (int)c.Compliant));
        Assert.All(rule.Counts, c => Assert.Equal((4, 1), (c.Total, c.Undetermined)));
        Assert.Equal(new VerdictCounts(3, 0, 1, 0, 0), rule.Now);
        Assert.Equal((2m / 3m).ToString("0.0000", null)[..5], SweptRule.ShareOf(rule.Counts[1])!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)[..5]);
    }

    [Fact]
    public void How_far_it_is_only_grows_and_ends_with_everything()
    {
        foreach (WhatIfRequest request in new[] { new WhatIfRequest("most", "39", "46"), new WhatIfRequest("kept", "1", "3") { Key = "primary" } })
        {
            Heard heard = new();
            Sweep(request with { Run = new RunOptions { Progress = heard } });
            Assert.Equal(heard.All.Select(h => h.Judged).Distinct().Order(), heard.All.Select(h => h.Judged));
            Assert.Equal(heard.All[^1].Rows, heard.All[^1].Judged);
        }
    }

    [Fact]
    public void The_value_takes_the_place_of_the_resolved_one_and_is_not_folded_with_it()
    {
        ParameterSweep sweep = Sweep(new WhatIfRequest("most", "45", "45"), Nation, Pack("z", "370322", parameters: County, more: ", \"extends\": \"a\""));
        Assert.Equal((2, 3), (sweep.Rules[0].Now.Compliant, Assert.Single(sweep.Rules[0].Counts).Compliant));
    }

    [Fact]
    public void A_value_is_tried_for_rows_whose_packs_give_their_key_none()
    {
        string keyed = """{ "kept": { "unit": "pupil", "strictness": "none", "by": "stage", "values": [ { "from": null, "value": { "junior": 2 } } ] } }""";
        string nation = Pack(parameters: keyed, rules: $"[{Rule("stage", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$kept\" }")}]");
        string elsewhere = Pack("z", "440100", parameters: """{ "kept": { "values": [ { "from": null, "value": { "primary": 2 } } ] } }""", more: ", \"extends\": \"a\"");
        SweptRule rule = Assert.Single(Sweep(new WhatIfRequest("kept", "40", "40") { Key = "primary" }, nation, elsewhere).Rules);
        Assert.Equal(new VerdictCounts(0, 0, 0, 4, 0), rule.Now);
        Assert.Equal(new VerdictCounts(2, 1, 1, 0, 0), Assert.Single(rule.Counts));
    }

    [Fact]
    public void Times_are_tried_by_the_minute_and_steps_may_miss_the_end()
    {
        ParameterSweep sweep = Sweep(new WhatIfRequest("late", "07:45", "08:12") { Step = "5" });
        Assert.Equal(["07:45", "07:50", "07:55", "08:00", "08:05", "08:10"], sweep.Values.Select(v => v.Text));
        Assert.Equal([2, 2, 1, 1, 1, 1], Assert.Single(sweep.Rules).Counts.Select(c => (int)c.Compliant));
    }

    [Fact]
    public void Thirds_and_tenths_are_compared_exactly()
    {
        ParameterSweep sweep = Sweep(new WhatIfRequest("most", "0.1", "100") { Step = "0.1" });
        Assert.Equal(1000, sweep.Values.Length);
        Assert.Equal(["29.9", "30"], sweep.Values[298..300].Select(v => v.Text));
        Assert.Equal([0, 1], sweep.Rules[0].Counts[298..300].Select(c => (int)c.Compliant));
    }

    [Theory]
    [InlineData("mosst", null, "1", "2", null, "CR3300")]
    [InlineData("kept", null, "1", "2", null, "CR3301")]
    [InlineData("kept", "primry", "1", "2", null, "CR3302")]
    [InlineData("most", "primary", "1", "2", null, "CR3303")]
    [InlineData("open", null, "1", "2", null, "CR3304")]
    [InlineData("most", null, "one", "2", null, "CR3305")]
    [InlineData("late", null, "07:00", "9", null, "CR3305")]
    [InlineData("most", null, "3", "2", null, "CR3306")]
    [InlineData("most", null, "0", "10000", null, "CR3307")]
    [InlineData("most", null, "0", "1e300", "1e-300", "CR3307")]
    [InlineData("most", null, "0", "1", "1e-300", "CR3307")]
    [InlineData("most", null, "0.3333333333333333333", "1", null, "CR3312")]
    [InlineData("most", null, "1e-300", "2e-300", "1e-300", "CR3312")]
    [InlineData("most", null, "0", "1e300", "1e300", "CR3312")]
    [InlineData("most", null, "100000000", "100000001", "0.0001000001", "CR3312")]
    [InlineData("late", null, "23:00", "01:00", null, "CR3306")]
    [InlineData("late", null, "07:00", "99:99", null, "CR3305")]
    [InlineData("most", null, "1", "2..3", null, "CR3305")]
    [InlineData("most", null, "1", "2", "0", "CR3308")]
    [InlineData("most", null, "1", "2", "-1", "CR3308")]
    [InlineData("late", null, "07:00", "08:00", "0.5", "CR3308")]
    [InlineData("idle", null, "1", "2", null, "CR3309")]
    public void What_cannot_be_tried_is_refused(string parameter, string? key, string from, string to, string? step, string code)
    {
        Checked<ParameterSweep> sweep = Run(new WhatIfRequest(parameter, from, to) { Key = key, Step = step }, Nation);
        Diagnostic fault = Assert.Single(sweep.Diagnostics);
        Assert.Equal(code, fault.Code.ToString());
        Assert.All([TextLanguage.English, TextLanguage.Chinese], language => Assert.DoesNotContain("{", fault.ToText(language), StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_is_near_is_offered()
    {
        Assert.Equal("most", Assert.Single(Run(new WhatIfRequest("mosst", "1", "2"), Nation).Diagnostics).DidYouMean);
        Assert.Equal("primary", Assert.Single(Run(new WhatIfRequest("kept", "1", "2") { Key = "primry" }, Nation).Diagnostics).DidYouMean);
    }

    [Fact]
    public void The_largest_range_that_is_allowed_is_tried() => Assert.Equal(WhatIf.MostValues, Sweep(new WhatIfRequest("most", "1", "10000")).Values.Length);

    [Fact]
    public void A_name_that_means_two_parameters_is_refused_until_the_rules_of_one_are_chosen()
    {
        string[] packs = [Template("t"), Template("u")];
        Checked<ParameterSweep> both = Run(new WhatIfRequest("own", "1", "2"), packs);
        Assert.Equal(["CR3310", "`t`, `u`"], [Assert.Single(both.Diagnostics).Code.ToString(), both.Diagnostics[0].Arguments[1]]);
        RunOptions options = new() { Rules = ["u/r"], SchoolPacks = [new SchoolPack("t", "s"), new SchoolPack("u", "s")] };
        Assert.Equal([1, 2], Assert.Single(Sweep(new WhatIfRequest("own", "30", "40") { Step = "10", Run = options }, packs).Rules).Counts.Select(c => (int)c.Compliant));

        static string Template(string id) => Pack(
            id, parameters: """{ "own": { "unit": "pupil", "strictness": "none", "values": [ { "from": null, "value": 1 } ] } }""", rules: $"[{Rule("r", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$own\" }")}]", more: ", \"template\": true");
    }

    [Fact]
    public void Rules_that_judge_persons_are_left_out_unless_persons_are_included()
    {
        string facts = """{ "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": { "weight": { "type": "number", "unit": "1", "range": [0, 9] } } } }""";
        string[] packs = [Pack(facts: facts, parameters: """{ "w": { "unit": "1", "strictness": "none", "values": [ { "from": null, "value": 1 } ] } }""", rules: $"[{Rule("r", "\"limit\": { \"of\": \"weight\", \"max\": \"$w\" }", subject: "pupil")}]")];
        string snapshot = Judged.School("""{ "id": "1", "pupils": [ { "id": "p", "weight": 2 } ] }""");
        Assert.Equal("CR3311", Assert.Single(Run(new WhatIfRequest("w", "1", "2"), snapshot, packs).Diagnostics).Code.ToString());
        ParameterSweep sweep = Run(new WhatIfRequest("w", "1", "2") { Run = new RunOptions { IncludePersonal = true } }, snapshot, packs).Value;
        Assert.Equal([0, 1], Assert.Single(sweep.Rules).Counts.Select(c => (int)c.Compliant));
    }

    [Fact]
    public void A_breach_that_is_excused_stays_so_for_every_value()
    {
        string waiver = ", \"waivers\": [ { \"rule\": \"size\", \"subject\": \"class:s/2\", \"from\": \"2026-01-01\", \"until\": \"2026-12-31\", \"kind\": \"waiver\", \"authority\": \"县教育局\", \"instrument\": \"law\", \"reason\": \"施工\" } ]";
        SweptRule rule = Assert.Single(Sweep(new WhatIfRequest("most", "29", "40") { Step = "11" }, Pack(parameters: Parameters, rules: $"[{Rules}]", more: waiver)).Rules);
        Assert.Equal([new VerdictCounts(0, 2, 1, 0, 1), new VerdictCounts(2, 1, 1, 0, 0)], rule.Counts.Select(c => c));
    }

    [Fact]
    public void A_share_is_one_only_where_no_row_breaks_the_rule()
    {
        Assert.Equal(0.9999m, SweptRule.ShareOf(new VerdictCounts(1_000_000, 1, 5, 5, 0)));
        Assert.Equal(1m, SweptRule.ShareOf(new VerdictCounts(3, 0, 5, 5, 0)));
        Assert.Null(SweptRule.ShareOf(new VerdictCounts(0, 0, 5, 5, 0)));
    }

    private static ParameterSweep Sweep(WhatIfRequest request, params string[] packs)
    {
        Checked<ParameterSweep> sweep = Run(request, packs.Length == 0 ? [Nation] : packs);
        return sweep.Value;
    }

    private static Checked<ParameterSweep> Run(WhatIfRequest request, params string[] packs) => Run(request, Classes, packs);

    private static Checked<ParameterSweep> Run(WhatIfRequest request, string snapshot, string[] packs)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Length; i++) folder.With($"{i}/pack.json", packs[i]);
        Catalogue catalogue = Judged.Catalogue(folder.Path).Value;
        Snapshot facts = new JsonSnapshotSource(() => new MemoryStream(Encoding.UTF8.GetBytes(snapshot)), "s.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        return WhatIf.Run(catalogue, Judged.Day, facts, request);
    }

    private sealed class Heard : IProgress<RunProgress>
    {
        public List<RunProgress> All { get; } = [];

        public void Report(RunProgress value) => All.Add(value);
    }
}
