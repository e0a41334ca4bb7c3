using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Findings;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace ComplianceRules.External.Tests.Schemas;

/// <summary>Whatever stands in a finding, both libraries write it by the schema of an assessment.</summary>
public sealed class SerializedFindingTests
{
    private const int Documents = 60;

    [Fact]
    public async Task Findings_of_a_document_keep_its_schema() => await AssertKept(findings => JsonSerializer.Serialize(Of(findings)), findings => JsonConvert.SerializeObject(Of(findings)));

    [Fact]
    public async Task Findings_that_stand_alone_keep_it_too() => await AssertKept(
        findings => With(JsonSerializer.Serialize(findings)), findings => With(JsonConvert.SerializeObject(findings)));

    [Fact]
    public async Task What_a_finding_must_not_hold_is_refused()
    {
        string good = JsonSerializer.Serialize(Of([new RandomFindings(new Dice(1)).Next()]));
        Assert.Contains("\"missing\":", good, StringComparison.Ordinal);
        Assert.NotEmpty(Assert.Single(await Ajv.Validate(("assessment", good.Replace("\"missing\":", "\"lacking\":", StringComparison.Ordinal)))));
    }

    private static async Task AssertKept(params Func<FindingList, string>[] writers)
    {
        (string, string)[] documents = [.. Enumerable.Range(0, Documents).SelectMany(seed => writers.Select(write => ("assessment", write(Made(seed)))))];
        string[][] errors = await Ajv.Validate(documents);
        Assert.All(errors, found => Assert.True(found.Length == 0, string.Join('\n', found)));
    }

    private static FindingList Made(int seed)
    {
        RandomFindings made = new(new Dice(seed));
        return FindingList.Of(Enumerable.Range(0, 5).Select(_ => made.Next()));
    }

    private static string With(string findings)
    {
        JsonNode document = JsonNode.Parse(JsonSerializer.Serialize(Of([])))!;
        document["findings"] = JsonNode.Parse(findings);
        return document.ToJsonString();
    }

    private static Assessment Of(FindingList findings) => new()
    {
        AsOf = new DateOnly(2026, 9, 1),
        Packs = [],
        NotInForce = [],
        Data = new DataReport(ImmutableSortedDictionary<string, int>.Empty, 0, [], [], []),
        Schema = BaseTables.Schema,
        Rules = [],
        Findings = findings,
    };
}
