using System.Text;
using ComplianceRules.Analysis;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Analysis;

public sealed class PackImpactTests
{
    private const string Pupils = """{ "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": { "weight": { "type": "number", "unit": "1", "range": [0, 9] } } } }""";

    private static readonly string Old = Pack(rules: $"[{Rule("size", "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }")}]");

    private static readonly string Classes = Judged.School(string.Join(",", """{ "id": "1", "enrolment": 30 }""", """{ "id": "2", "enrolment": 40 }""", """{ "id": "3" }"""));

    [Theory]
    [InlineData("\"max\": 45", "\"max\": 35")]
    [InlineData("\"id\": \"size\"", "\"id\": \"other\"")]
    [InlineData("\"max\": 45", "\"above\": 35")]
    [InlineData("\"rules\": [", "\"rules\": [ { \"id\": \"more\", \"area\": \"x\", \"subject\": \"school\", \"title\": \"规则\", \"require\": \"has(classes)\", \"binding\": \"mandatory\", \"source\": { \"instrument\": \"law\", \"clause\": \"1\" }, \"effective\": { \"from\": \"2020-01-01\" } }, ")]
    [InlineData("\"effective\": { \"from\": \"2020-01-01\" }", "\"effective\": { \"from\": \"2027-01-01\" }")]
    public void Every_row_whose_verdict_two_assessments_disagree_on_is_listed_and_no_other(string before, string after)
    {
        string now = Old.Replace(before, after, StringComparison.Ordinal);
        PackImpact impact = Of(Old, now, Classes);
        Dictionary<(string, string), Verdict> old = VerdictsBy(Old), next = VerdictsBy(now);
        string[] expected = [.. old.Keys.Union(next.Keys)
            .Select(key => (Key: key, From: old.GetValueOrDefault(key, Verdict.NotApplicable), To: next.GetValueOrDefault(key, Verdict.NotApplicable)))
            .Where(v => v.From != v.To).Select(v => $"{v.Key} {v.From} {v.To}").Order(StringComparer.Ordinal)];
        string[] found = [.. impact.Schools.SelectMany(s => s.Rows).Select(r => $"{(r.Rule, r.Row.ToString())} {r.From ?? Verdict.NotApplicable} {r.To ?? Verdict.NotApplicable}").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
        Assert.Equal(expected.Length, impact.Rules.SelectMany(r => r.Moves).Sum(m => m.Rows));
        Assert.Equal(expected.Length, impact.Rules.SelectMany(r => r.Regions).SelectMany(r => r.Moves).Sum(m => m.Rows));
    }

    [Fact]
    public void Moves_are_counted_by_rule_and_by_region()
    {
        RuleImpact rule = Assert.Single(Of(Old, Old.Replace("\"max\": 45", "\"max\": 35", StringComparison.Ordinal), Classes).Rules);
        Assert.Equal(("a/size", new VerdictMove(Verdict.Compliant, Verdict.NonCompliant, 1)), (rule.Rule, Assert.Single(rule.Moves)));
        Assert.Equal("370322", Assert.Single(rule.Regions).Region?.Text);
    }

    [Fact]
    public void Packs_that_say_the_same_change_no_verdict()
    {
        PackImpact impact = Of(Old, Old, Classes);
        Assert.Equal((0, 0, 0), (impact.Rules.Length, impact.Schools.Length, impact.Others.Length));
    }

    [Fact]
    public void A_rule_that_takes_the_place_of_another_is_compared_with_it()
    {
        string county = Pack("z", "370322", rules: $"[{Rule("small", "\"limit\": { \"of\": \"enrolment\", \"max\": 20 }", ", \"overrides\": \"size\"")}]", more: ", \"extends\": \"a\"");
        RuleImpact rule = Assert.Single(Of([Old], [Old, county], Classes).Rules);
        Assert.Equal(("a/size", new VerdictMove(Verdict.Compliant, Verdict.NonCompliant, 2)), (rule.Rule, Assert.Single(rule.Moves)));
    }

    [Fact]
    public void Rows_of_a_table_that_only_one_side_has_go_or_come()
    {
        string facts = """{ "room": { "parent": "school", "children": "rooms", "title": "教室", "fields": { "wide": { "type": "bool" } } } }""";
        string rooms = Pack(facts: facts, rules: $"[{Rule(kind: "\"require\": \"wide\"", subject: "room")}]");
        string data = Judged.School("").Replace("\"classes\": []", "\"rooms\": [ { \"id\": \"r\", \"wide\": false } ]", StringComparison.Ordinal);
        string none = Pack(facts: "{}", rules: "[]");
        ImpactedRow gone = Assert.Single(Assert.Single(Of(rooms, none, data).Schools).Rows);
        Assert.Equal((Verdict.NonCompliant, (Verdict?)null, "room:s/r"), (gone.From, gone.To, gone.Row.ToString()));
        ImpactedRow come = Assert.Single(Assert.Single(Of(none, rooms, data).Schools).Rows);
        Assert.Equal(((Verdict?)null, Verdict.NonCompliant), (come.From, come.To));
    }

    [Fact]
    public void Persons_are_counted_and_never_listed()
    {
        string before = Pack(facts: Pupils, rules: $"[{Rule(kind: "\"limit\": { \"of\": \"weight\", \"max\": 5 }", subject: "pupil")}]");
        string pupils = string.Join(",", Enumerable.Range(0, 6).Select(i => $$"""{ "id": "p{{i}}", "name": "某", "weight": {{i}} }"""));
        string data = Judged.School($$"""{ "id": "1", "pupils": [ {{pupils}} ] }""");
        PackImpact few = Of(before, before.Replace("\"max\": 5", "\"max\": 3", StringComparison.Ordinal), data);
        Assert.Equal(("<3", 0, 0), (Assert.Single(few.Rules).Persons.ToString(), few.Rules[0].Moves.Length, few.Schools.Length));
        Assert.Empty(few.Rules[0].Regions);
        Assert.Equal("4", Assert.Single(Of(before, before.Replace("\"max\": 5", "\"max\": 1", StringComparison.Ordinal), data).Rules).Persons.ToString());
    }

    [Theory]
    [InlineData(Verdict.Compliant, null, false)]
    [InlineData(Verdict.Compliant, Verdict.NotApplicable, false)]
    [InlineData(Verdict.Compliant, Verdict.Undetermined, true)]
    [InlineData(Verdict.NonCompliant, null, true)]
    [InlineData(null, Verdict.Waived, true)]
    public void What_asks_something_of_somebody_matters(Verdict? from, Verdict? to, bool matters) =>
        Assert.Equal(matters, new ImpactedRow("a/r", new Subject("class", "1", null), from, to).Matters);

    private static PackImpact Of(string before, string after, string snapshot) => Of([before], [after], snapshot);

    private static PackImpact Of(string[] before, string[] after, string snapshot) => PackImpact.Of(Side(before, snapshot), Side(after, snapshot), Judged.Day);

    private static ImpactSide Side(string[] packs, string snapshot)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Length; i++) folder.With($"{i}/pack.json", packs[i]);
        Catalogue catalogue = Judged.Catalogue(folder.Path).Value;
        return new ImpactSide(catalogue, new JsonSnapshotSource(() => new MemoryStream(Encoding.UTF8.GetBytes(snapshot)), "s.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value);
    }

    private static Dictionary<(string, string), Verdict> VerdictsBy(string pack) =>
        Judged.Of(pack, Classes, options: new RunOptions { IncludeAll = true }).Findings.Where(f => f.Subject is not null).ToDictionary(f => (f.Rule, f.Subject!.ToString()), f => f.Verdict);
}
