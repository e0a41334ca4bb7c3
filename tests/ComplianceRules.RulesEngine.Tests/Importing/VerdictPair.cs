using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Interop;

namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>What both say of a row.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Table">The row's table.</param>
/// <param name="Row">The row.</param>
/// <param name="Ours">What the imported rule says.</param>
/// <param name="Findings">What RulesEngine says, for each kind of types; undetermined where it throws.</param>
internal sealed record VerdictPair(ImportedRule Rule, FactTable Table, int Row, Verdict Ours, List<Finding> Findings)
{
    /// <summary>The verdicts of RulesEngine.</summary>
    public List<Verdict> Theirs { get; } = [.. Findings.Select(f => f.Verdict)];

    /// <inheritdoc/>
    public override string ToString() => $"{Rule.Workflow}/{Rule.Name} on {Table.Key(Row)}: {Ours} here, {string.Join(" and ", Theirs)} there";
}
