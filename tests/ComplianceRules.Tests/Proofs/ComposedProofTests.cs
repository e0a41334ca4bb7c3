using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Proofs;

/// <summary>What is told of a composed rule and one in its place.</summary>
public sealed class ComposedProofTests
{
    private const string Facts = """
        { "class": { "fields": { "n": { "type": "number", "unit": "1", "range": [0, 99], "step": 1 }, "b": { "type": "bool" } } },
          "school": { "fields": { "s": { "type": "bool" }, "t": { "type": "bool" }, "p": { "type": "bool" } } } }
        """;

    private static readonly string Parts = string.Join(", ",
        Rule("s", "\"require\": \"s\""), Rule("t", "\"require\": \"t\""), Rule("p", "\"require\": \"p\"").Replace("mandatory", "principle", StringComparison.Ordinal),
        Rule("n", "\"limit\": { \"of\": \"n\", \"max\": 45 }", "class"), Rule("b", "\"require\": \"b\"", "class"));

    [Theory]
    [InlineData("S:s,t", "S:s,t", ProofOutcome.Equal)]
    [InlineData("S:s,t", "other:t,s", ProofOutcome.Equal)]
    [InlineData("S:s,t", "S:s|T:t", ProofOutcome.Equal)]
    [InlineData("S:s|T:t", "S:s,t", ProofOutcome.Equal)]
    [InlineData("S:s", "S:s,t", ProofOutcome.Stricter)]
    [InlineData("S:s", "S:s|T:t", ProofOutcome.Stricter)]
    [InlineData("S:s", "S:s!t", ProofOutcome.Stricter)]
    [InlineData("S:s,t", "S:s!t", ProofOutcome.Equal)]
    [InlineData("S:s!p", "S:s,p!p", ProofOutcome.Equal)]
    [InlineData("S:s,p", "S:s", ProofOutcome.Equal)]
    [InlineData("S:s,p", "S:s!p", ProofOutcome.Stricter)]
    [InlineData("S:s,t", "S:s", ProofOutcome.Looser)]
    [InlineData("S:s!p", "S:s,p", ProofOutcome.Looser)]
    [InlineData("S:s", "S:t", ProofOutcome.Incomparable)]
    [InlineData("S:n,b", "S:n|T:b", ProofOutcome.Equal)]
    [InlineData("S:n|T:b", "S:n,b", ProofOutcome.Equal)]
    [InlineData("S:n", "S:n,b,s", ProofOutcome.Stricter)]
    [InlineData("S:n,s", "S:s!n", ProofOutcome.Equal)]
    [InlineData("S:n,s", "S:s", ProofOutcome.Looser)]
    [InlineData("S:n,s", "S:b,s", ProofOutcome.Incomparable)]
    public void Parts_and_vetoes_are_compared_rule_by_rule(string outer, string inner, ProofOutcome expected) => Assert.Equal(expected, Proof(outer, inner).Comparison.Outcome);

    [Fact]
    public void A_condition_that_exempts_some_schools_is_shown_by_one_of_them()
    {
        RuleProof proof = Proof("S:n,s", "S:n,s", ", \"when\": \"t\"");
        Assert.Equal(ProofOutcome.Looser, proof.Comparison.Outcome);
        Assert.Contains("s false", proof.Comparison.Witness!.Text, StringComparison.Ordinal);
        Assert.Contains("t ", proof.Comparison.Witness.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_classes_that_is_left_out_is_shown_by_a_school_with_a_class_that_breaks_it() =>
        Assert.Contains("classes 1 x (n 46)", Proof("S:n,s", "S:s").Comparison.Witness!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("S:s,t", "S:s,t", "t", "\"require\": \"t && p\"", ProofOutcome.Stricter)]
    [InlineData("S:s,n", "S:s,n,t", "n", "\"limit\": { \"of\": \"n\", \"max\": 40 }", ProofOutcome.Stricter)]
    [InlineData("S:s,n", "S:s", "n", "\"limit\": { \"of\": \"n\", \"max\": 40 }", ProofOutcome.Looser)]
    public void A_part_that_is_replaced_too_is_the_same_part(string outer, string inner, string part, string kind, ProofOutcome expected)
    {
        string own = Rule("own", kind, part is "n" ? "class" : "school").Replace("\"id\": \"own\"", $"\"id\": \"own\", \"overrides\": \"{part}\"", StringComparison.Ordinal);
        Assert.Equal(expected, Proof(outer, inner, more: own).Comparison.Outcome);
    }

    [Fact]
    public void A_rule_that_only_the_county_has_is_no_part_of_what_is_further_out()
    {
        string own = Rule("own", "\"require\": \"p\"");
        Assert.Equal(ProofOutcome.Stricter, Proof("S:=z", "S:s,t", more: own).Comparison.Outcome);
        Assert.Equal(ProofOutcome.Stricter, Proof("S:=z", "S:s,t,b/own", more: own).Comparison.Outcome);
    }

    private static RuleProof Proof(string outer, string inner, string when = "", string? more = null)
    {
        string replaced = Rule("all", Composite(inner)).Replace("\"title\": \"规则\"", $"\"title\": \"规则\", \"overrides\": \"all\"{when}", StringComparison.Ordinal);
        using TempPacks folder = new TempPacks().With("a/pack.json", PackText.Pack(facts: Facts, rules: $"[{Parts}, {Rule("all", Composite(outer))}]"))
            .With("b/pack.json", PackText.Pack("b", "370000", "{}", "{}", $"[{replaced}{(more is null ? string.Empty : $", {more}")}]", ", \"extends\": \"a\""));
        PackSet packs = PackReader.ReadDirectory(folder.Path).Value;
        Assert.DoesNotContain(PackChecker.Check(packs).Diagnostics, d => d.Code.Number is < 3200 or > 3299);
        return Assert.Single(PackChecker.Prove(packs), p => p.Rule == "a/all");
    }

    private static string Rule(string id, string kind, string subject = "school") =>
        PackText.Rule(id, kind, subject: subject).Replace("\"area\": \"x\"", id is "all" ? "\"area\": \"whole\"" : subject == "school" ? "\"area\": \"z\"" : "\"area\": \"y\"", StringComparison.Ordinal);

    // Parts between bars, each with its rules or, after an equals sign, its area; vetoes behind an exclamation mark.
    private static string Composite(string written)
    {
        string[] both = written.Split('!');
        IEnumerable<string> parts = both[0].Split('|').Select(part => part.Split(':')).Select(part =>
            part[1][0] == '=' ? $"{{ \"id\": \"{part[0]}\", \"area\": \"{part[1][1..]}\" }}" : $"{{ \"id\": \"{part[0]}\", \"rules\": [{Names(part[1])}] }}");
        string veto = both.Length > 1 ? $", \"veto\": [{Names(both[1])}]" : string.Empty;
        return $"\"composite\": {{ \"of\": [{string.Join(", ", parts)}]{veto} }}";
    }

    private static string Names(string rules) => string.Join(", ", rules.Split(',').Select(r => $"\"{r}\""));
}
