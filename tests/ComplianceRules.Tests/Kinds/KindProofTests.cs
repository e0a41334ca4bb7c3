using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Kinds;

/// <summary>No child may loosen a rule of several parts either: neither by its parameters nor by a rule in its place.</summary>
public sealed class KindProofTests
{
    private const string Facts = """
        { "class": { "fields": {
            "a": { "type": "number", "unit": "1", "range": [0, 100], "step": 1 }, "b": { "type": "number", "unit": "1", "range": [0, 100], "step": 1 }, "c": { "type": "number", "unit": "1", "range": [0, 100], "step": 1 },
            "opened": { "type": "date" }, "closed": { "type": "date" }, "late": { "type": "bool" } } } }
        """;

    private const string Parameters = """
        { "least": { "unit": "1", "strictness": "higher", "values": [ { "from": "2020-01-01", "value": 20 } ] }, "shown": { "unit": "d", "strictness": "higher", "values": [ { "from": "2020-01-01", "value": 3 } ] } }
        """;

    private static readonly string Counted = KOf(2, "$least", 80);
    private static readonly string Steps = Sequence("$shown");

    [Theory]
    [InlineData("least", 30, "kOf")]
    [InlineData("shown", 5, "sequence")]
    public void A_parameter_that_is_tightened_is_accepted(string parameter, int value, string kind)
    {
        string inner = $$"""{ "{{parameter}}": { "values": [ { "from": "2021-01-01", "value": {{value}} } ] } }""";
        Assert.Empty(Problems(kind == "kOf" ? Counted : Steps, PackText.Pack("b", "370000", "{}", inner, more: ", \"extends\": \"a\"")));
    }

    [Theory]
    [InlineData(3, 20, 80, null)]
    [InlineData(2, 25, 80, null)]
    [InlineData(2, 20, 90, null)]
    [InlineData(1, 20, 80, "CR3204")]
    [InlineData(2, 15, 80, "CR3204")]
    [InlineData(2, 20, 70, "CR3204")]
    [InlineData(3, 20, 70, null)]
    [InlineData(3, 18, 70, "CR3205")]
    public void Items_in_the_place_of_others_are_accepted_where_they_are_no_looser(int k, int least, int floor, string? code) =>
        Assert.Equal(code is null ? [] : [code], Problems(KOf(2, "20", 80), Replacing(KOf(k, $"{least}", floor))));

    [Theory]
    [InlineData(4, null)]
    [InlineData(2, "CR3204")]
    public void Steps_in_the_place_of_others_are_accepted_where_they_are_no_looser(int days, string? code) =>
        Assert.Equal(code is null ? [] : [code], Problems(Sequence("3"), Replacing(Sequence($"{days}"))));

    private static string[] Problems(string outer, string inner)
    {
        using TempPacks folder = new TempPacks().With("a/pack.json", PackText.Pack(facts: Facts, parameters: Parameters, rules: $"[{PackText.Rule(kind: outer)}]")).With("b/pack.json", inner);
        ImmutableArray<Diagnostic> diagnostics = Judged.Catalogue(folder.Path).Diagnostics;
        return [.. diagnostics.Select(d => d.Code.ToString())];
    }

    private static string Replacing(string kind) => PackText.Pack("b", "370000", "{}", "{}", $"[{PackText.Rule(kind: kind, more: ", \"overrides\": \"r\"")}]", ", \"extends\": \"a\"");

    private static string KOf(int k, string least, int floor) =>
        $"\"k-of\": {{ \"k\": {k}, \"floor\": {floor}, \"items\": [{string.Join(", ", "abc".Select(f => $"{{ \"id\": \"{f}\", \"limit\": {{ \"of\": \"{f}\", \"min\": {(least[0] == '$' ? $"\"{least}\"" : least)} }} }}"))}] }}";

    private static string Sequence(string days) => $$"""
        "sequence": { "steps": [ { "id": "show", "from": "opened", "to": "closed", "lasts": { "min": {{(days[0] == '$' ? $"\"{days}\"" : days)}} } }, { "id": "end", "on": "closed", "after": "show", "when": "late" } ] }
        """;
}
