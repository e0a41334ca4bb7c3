using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Kinds;

/// <summary>The pack <c>tests/packs/good/kinds</c> has rules of the kinds made of several parts, and cases of what they mean.</summary>
public sealed class KindCaseTests
{
    private const string Folder = "tests/packs/good/kinds";

    private static readonly Lazy<Catalogue> Checked = new(() => PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine(Folder)).Value).Value);

    [Fact]
    public void Every_case_comes_out_as_expected()
    {
        ImmutableArray<CaseResult> results = CaseRunner.Run(Checked.Value).Value.Results;
        Assert.Equal(94, results.Length);
        Assert.Empty(results.SelectMany(r => r.Failures.Select(f => $"{r.Case}: {f.In(TextLanguage.English)}")));
    }

    [Theory]
    [InlineData("sum", "consistency")]
    [InlineData("grade", "bands")]
    [InlineData("items", "k-of")]
    [InlineData("two", "k-of")]
    [InlineData("even", "balance")]
    [InlineData("spread", "balance")]
    [InlineData("steps", "sequence")]
    [InlineData("working", "sequence")]
    public void Each_verdict_that_a_rule_can_give_is_among_the_cases(string rule, string kind)
    {
        string cases = File.ReadAllText(RepositoryRoot.Combine($"{Folder}/cases/{kind}.json"));
        using JsonDocument document = JsonDocument.Parse(cases);
        HashSet<string> expected = [.. document.RootElement.EnumerateArray().SelectMany(c => c.GetProperty("expect").EnumerateObject()).Where(e => e.Name.Split('@')[0] == rule)
            .Select(e => e.Value.ValueKind == JsonValueKind.String ? e.Value.GetString()! : e.Value.GetProperty("verdict").GetString()!)];
        Assert.Equal([], new[] { nameof(Verdict.Compliant), nameof(Verdict.NonCompliant), nameof(Verdict.Undetermined) }.Except(expected));
    }
}
