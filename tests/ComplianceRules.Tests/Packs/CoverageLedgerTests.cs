using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

public sealed class CoverageLedgerTests
{
    private static readonly PackSet _packs = PackReader.ReadDirectory(RepositoryRoot.Combine("rulepacks")).Value;

    [Fact]
    public void Every_fact_stands_once_and_in_order()
    {
        string[] facts = [.. CoverageLedger.Entries.Select(e => e.Fact)];
        Assert.Equal(facts.Distinct().Order(StringComparer.Ordinal), facts);
    }

    [Fact]
    public void Every_rule_that_the_ledger_names_ships() =>
        Assert.Equal([], CoverageLedger.Entries.SelectMany(e => e.Rules).Except(Rules()).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_of_the_chinese_packs_states_a_fact()
    {
        HashSet<string> stated = [.. CoverageLedger.Entries.SelectMany(e => e.Rules)];
        Assert.Equal([], Rules().Where(r => !r.StartsWith("us-", StringComparison.Ordinal) && !stated.Contains(r)));
    }

    [Fact]
    public void A_fact_without_a_rule_of_its_own_says_why()
    {
        Assert.Equal([], CoverageLedger.Entries.Where(e => e.How != "rule" && string.IsNullOrWhiteSpace(e.Why)).Select(e => e.Fact));
        Assert.Equal([], CoverageLedger.Entries.Where(e => e.How is "rule" or "parameter" && e.Rules.Count == 0).Select(e => e.Fact));
        Assert.Equal([], CoverageLedger.Entries.Where(e => e.How == "none" && e.Rules.Count > 0).Select(e => e.Fact));
    }

    private static IEnumerable<string> Rules() => _packs.Packs.SelectMany(p => p.Rules.Select(r => $"{p.Id}/{r.Id}"));
}
