using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Proofs;

/// <summary>A condition that no search gets through is compared word by word.</summary>
public sealed class AddedConditionsTests
{
    private const string Facts = """{ "class": { "fields": { "n": { "type": "number", "unit": "1", "range": [0, 200], "step": 1 }, "m": { "type": "number", "unit": "1", "range": [0, 20], "step": 1 } } } }""";

    private static readonly string Deep = Enumerable.Range(1, 28).Aggregate("n > 0", (inner, i) => $"({inner}) == (n % {i + 1} > {i / 2})");
    private static readonly string Deeper = Deep.Replace("n > 0", "n > 1", StringComparison.Ordinal);

    [Theory]
    [InlineData("P", "P")]
    [InlineData("P", "P && m < 5")]
    [InlineData("P", "m < 5 && P")]
    [InlineData("P && m < 9", "m < 5 && m < 9 && P")]
    public void What_asks_all_that_the_rule_further_out_asks_is_no_looser(string outer, string inner) => Assert.Empty(Codes(Rule(outer), Rule(inner)));

    [Theory]
    [InlineData("P && m < 5", "P")]
    [InlineData("P", "Q")]
    [InlineData("P", "P || m < 5")]
    [InlineData("P", "!(P)")]
    public void What_asks_less_or_something_else_is_not_let_through(string outer, string inner) => Assert.NotEmpty(Codes(Rule(outer), Rule(inner)));

    [Theory]
    [InlineData("m > 1 && n > 3", "m > 1", true)]
    [InlineData("m > 1", "m > 1", true)]
    [InlineData("m > 1", null, true)]
    [InlineData("m > 1", "m > 1 && n > 3", false)]
    [InlineData(null, "m > 1", false)]
    public void It_must_apply_wherever_the_rule_further_out_does(string? outer, string? inner, bool isAllowed) =>
        Assert.Equal(isAllowed, Codes(Rule("P", outer), Rule("P && m < 5", inner)).Length == 0);

    [Fact]
    public void A_lower_binding_is_looser_whatever_is_asked() =>
        Assert.NotEmpty(Codes(Rule("P"), Rule("P && m < 5").Replace("mandatory", "principle", StringComparison.Ordinal)));

    [Theory]
    [InlineData(9, true)]
    [InlineData(8, false)]
    public void Values_in_force_are_part_of_what_is_asked(int value, bool isAllowed)
    {
        string nation = """ "low": { "unit": "1", "strictness": "none", "values": [ { "from": "2020-01-01", "value": 9 } ] } """;
        string county = $$""" "low": { "values": [ { "from": "2022-01-01", "value": {{value}} } ] } """;
        string condition = Deep.Replace("n > 0", "n > param(\\\"low\\\")", StringComparison.Ordinal);
        Assert.Equal(isAllowed, Codes(PackText.Rule("r", $"\"require\": \"{condition}\""), PackText.Rule("ours", $"\"require\": \"{condition} && m < 5\"", ", \"overrides\": \"r\""), nation, county).Length == 0);
    }

    [Fact]
    public void It_is_told_as_stricter()
    {
        using TempPacks folder = Folder(Rule("P"), Rule("P && m < 5"), string.Empty, string.Empty);
        Assert.Equal(ProofOutcome.Stricter, Assert.Single(PackChecker.Prove(PackReader.ReadDirectory(folder.Path).Value)).Comparison.Outcome);
    }

    [Fact]
    public void Who_asks_hears_what_a_load_does_also_where_searches_are_long()
    {
        string fields = string.Join(", ", Enumerable.Range(0, 40).Select(i => $"\"f{i}\": {{ \"type\": \"number\", \"unit\": \"1\", \"range\": [0, 100], \"step\": 1 }}"));
        string outer = string.Join(", ", Enumerable.Range(0, 60).Select(i => PackText.Rule($"r{i}", $"\"require\": \"{Sums(i, 5)}\"")));
        string inner = string.Join(", ", Enumerable.Range(0, 60).Select(i => PackText.Rule($"r{i}", $"\"require\": \"{Sums(i, 5)} && {Sums(i + 100, 2)}\"", $", \"overrides\": \"r{i}\"")));
        using TempPacks folder = new TempPacks().With("a/pack.json", PackText.Pack(facts: $"{{ \"class\": {{ \"fields\": {{ {fields} }} }} }}", rules: $"[{outer}]"))
            .With("b/pack.json", PackText.Pack("b", "370322", "{}", rules: $"[{inner}]", more: ", \"extends\": \"a\""));
        PackSet packs = PackReader.ReadDirectory(folder.Path).Value;
        Assert.DoesNotContain(PackChecker.Check(packs).Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.All(PackChecker.Prove(packs), proof => Assert.True(proof.Comparison.IsNotLooser, $"{proof.Rule}: {proof.Comparison.Outcome}"));
    }

    private static string Sums(int seed, int clauses)
    {
        Random random = new(seed);
        return string.Join(" && ", Enumerable.Range(0, clauses).Select(_ => $"({Sum(random)} <= {random.Next(500, 3000)} || {Sum(random)} >= {random.Next(500, 3000)})"));
    }

    private static string Sum(Random random) => string.Join(" + ", Enumerable.Range(0, 4).Select(_ => $"{random.Next(1, 9)} * f{random.Next(40)}"));

    private static string Rule(string condition, string? when = null)
    {
        string text = condition.Replace("P", $"({Deep})", StringComparison.Ordinal).Replace("Q", $"({Deeper})", StringComparison.Ordinal);
        return PackText.Rule("RULE", $"\"require\": \"{text}\"", when is null ? string.Empty : $", \"when\": \"{when}\"");
    }

    private static string[] Codes(string outer, string inner, string nation = "", string county = "")
    {
        using TempPacks folder = Folder(outer, inner, nation, county);
        return [.. Judged.Catalogue(folder.Path).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => $"{d.Code}")];
    }

    private static TempPacks Folder(string outer, string inner, string nation, string county) => new TempPacks()
        .With("a/pack.json", PackText.Pack(facts: Facts, parameters: $"{{ {nation} }}", rules: $"[{outer.Replace("\"RULE\"", "\"r\"", StringComparison.Ordinal)}]"))
        .With("b/pack.json", PackText.Pack("b", "370322", "{}", $"{{ {county} }}", $"[{inner.Replace("\"RULE\"", "\"ours\", \"overrides\": \"r\"", StringComparison.Ordinal)}]", ", \"extends\": \"a\""));
}
