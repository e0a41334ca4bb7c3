using System.Text.Json;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.External.Tests.RealData;

/// <summary>Holds the ledger of the packs against the policy facts, which stay outside of the repository.</summary>
public sealed class PolicyFactsTests
{
    private const string Variable = "COMPLIANCE_REAL_DATA";
    private static readonly string[] _nothingToJudge = ["definition", "sanction", "interpretation"];
    private static readonly JsonElement[] _facts = Read();

    [Fact]
    public void The_ledger_has_every_fact_and_no_other() =>
        Assert.Equal(_facts.Select(Id).Order(StringComparer.Ordinal), CoverageLedger.Entries.Select(e => e.Fact));

    [Fact]
    public void At_least_95_percent_of_what_can_be_judged_names_rules()
    {
        string[] judged = [.. _facts.Where(f => !_nothingToJudge.Contains(Text(f, "binding")) && Text(f, "area") != "out_of_scope").Select(Id)];
        HashSet<string> ruled = [.. CoverageLedger.Entries.Where(e => e.Rules.Count > 0).Select(e => e.Fact)];
        string[] without = [.. judged.Where(f => !ruled.Contains(f))];
        Assert.True(without.Length * 20 <= judged.Length, $"{without.Length} of {judged.Length} facts name no rule: {string.Join(", ", without)}");
    }

    [Fact]
    public void A_fact_that_names_nothing_is_no_demand() => Assert.Equal(
        [],
        _facts.Where(f => Text(f, "binding") is "mandatory" or "principle" && Text(f, "area") != "out_of_scope").Select(Id)
            .Intersect(CoverageLedger.Entries.Where(e => e.How == "none").Select(e => e.Fact)));

    private static string Id(JsonElement fact) => Text(fact, "id");

    private static string Text(JsonElement fact, string key) => fact.GetProperty(key).GetString()!;

    private static JsonElement[] Read()
    {
        string folder = Path.GetFullPath(Environment.GetEnvironmentVariable(Variable) ?? "../shared", RepositoryRoot.Path);
        string file = Path.Combine(folder, "policy", "policy-facts.json");
        Assert.True(File.Exists(file), $"{file} is missing: set {Variable} to the folder that holds policy/{Path.GetFileName(file)}");
        return [.. JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.EnumerateArray()];
    }
}
