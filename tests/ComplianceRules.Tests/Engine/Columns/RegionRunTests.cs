using System.Globalization;
using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Limits that differ from county to county, in runs of neighbours of every length.</summary>
public sealed class RegionRunTests
{
    private const string Facts = """
        { "school": { "fields": {
            "kind": { "type": "enum", "values": { "a": "甲", "b": "乙", "c": "丙" } },
            "few": { "type": "number", "unit": "1", "range": [0, 200], "step": 1 },
            "many": { "type": "number", "unit": "1", "range": [0, 60000], "step": 1 },
            "most": { "type": "number", "unit": "1", "range": [0, 2000000000], "step": 1 },
            "any": { "type": "number", "unit": "1", "range": [0, 1000] } } } }
        """;

    private static readonly string[] Fields = ["few", "many", "most", "any"];
    private static readonly string[] Counties = ["370322", "370303", "440103", "110101"];

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(18, false)]
    [InlineData(18, true)]
    [InlineData(64, true)]
    [InlineData(300, false)]
    [InlineData(700, true)]
    public void Columns_say_what_the_interpreter_says(int most, bool isMissing)
    {
        string[] packs = [Nation(), .. Counties.Take(3).Select(County)];
        string snapshot = Snapshot(new Random(most), most, isMissing);
        Assessment columns = Judged.Of(packs, snapshot);
        Assessment reference = Judged.Of(packs, snapshot, options: new RunOptions { Engine = JudgingEngine.Reference });
        Assert.Equal(reference.Rules.Select(r => (r.Rule, r.Counts)), columns.Rules.Select(r => (r.Rule, r.Counts)));
        Assert.Equal(Rows(reference), Rows(columns));
        Assert.All(columns.Rules, r => Assert.True(r.Counts is { Compliant: > 0, NonCompliant: > 0 }));
    }

    private static IEnumerable<(string, string, Verdict)> Rows(Assessment assessment) => assessment.Findings.Select(f => (f.Rule, f.Subject!.Id, f.Verdict));

    private static string Nation() => PackText.Pack("n", facts: Facts, parameters: Parameters("\"unit\": \"1\", \"strictness\": \"none\", ", [50, 20_000, 1_000_000_000, 500.25]),
        rules: $"[{string.Join(",\n", Fields.SelectMany(f => new[] { Rule($"{f}-max", f, "max"), Rule($"{f}-least", f, "min"), Rule($"{f}-key", f, "max") }))}]");

    private static string Rule(string id, string field, string bound) => PackText.Rule(id, $$"""
        "limit": { "of": "{{field}}", "{{bound}}": "${{id}}" }
        """, subject: "school");

    // Limits of counties lie on both sides of the nation's.
    private const string Relaxes = "\"relaxes\": { \"authority\": \"省厅\", \"instrument\": \"law\" }, ";

    // No number meets the limit of one county, so that the limits of all cannot be gathered as cells.
    private static string County(string code, int number) =>
        PackText.Pack($"c{code}", code, "{}", Parameters(Relaxes, [40 + number, number == 1 ? -1 : 15_000 + number, 900_000_000 - number, 400.5 + number]), more: ", \"extends\": \"n\"");

    private static string Parameters(string head, double[] limits) => $"{{ {string.Join(",\n", Fields.Zip(limits).SelectMany(f => Of(head, f.First, f.Second)))} }}";

    private static string[] Of(string head, string field, double limit) =>
    [
        Parameter($"{field}-max", head, Text(limit)),
        Parameter($"{field}-least", head, Text(limit / 2)),
        Parameter($"{field}-key", head == Relaxes ? head : head + "\"by\": \"kind\", ", $$"""{ "a": {{Text(limit)}}, "b": {{Text(limit / 4)}} }"""),
    ];

    private static string Parameter(string name, string head, string value) => $$"""
        "{{name}}": { {{head}}"values": [ { "from": null, "value": {{value}} } ] }
        """;

    private static string Snapshot(Random random, int most, bool isMissing)
    {
        StringBuilder text = new("{ \"schemaVersion\": 1, \"date\": \"2026-09-01\", \"schools\": [");
        int county = 0;
        int left = 0;
        for (int school = 0; school < 2_500; school++)
        {
            if (left-- == 0) (county, left) = (random.Next(Counties.Length), random.Next(most));
            text.Append(CultureInfo.InvariantCulture, $"{(school == 0 ? "" : ",\n")}{{ \"id\": \"s{school}\", \"region\": \"{Counties[county]}\"");
            if (!isMissing || random.Next(20) > 0) text.Append(CultureInfo.InvariantCulture, $", \"kind\": \"{"abc"[random.Next(3)]}\"");
            foreach ((string field, double range) in Fields.Zip([100.0, 40_000, 2_000_000_000, 1_000]))
            {
                if (!isMissing || random.Next(10) > 0) text.Append(CultureInfo.InvariantCulture, $", \"{field}\": {(field == "any" ? random.Next(4_000) / 4.0 : random.Next((int)range))}");
            }

            text.Append(" }");
        }

        return text.Append("] }").ToString();
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
