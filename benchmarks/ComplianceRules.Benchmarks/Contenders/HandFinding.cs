using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>One line of the list that a hand-written loop gives: eight bytes.</summary>
/// <param name="Row">The row, from 0, in the table of the rule's subject.</param>
/// <param name="Rule">The rule's number in <see cref="BenchRules"/>.</param>
/// <param name="Code">The verdict.</param>
internal readonly record struct HandFinding(int Row, byte Rule, byte Code)
{
    public Verdict Verdict => (Verdict)Code;
}
