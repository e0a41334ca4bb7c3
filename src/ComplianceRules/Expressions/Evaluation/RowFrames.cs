using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The rows that an expression is evaluated on, and the parameter values of the subject's stack.</summary>
/// <param name="Subject">The subject's table.</param>
/// <param name="Row">The subject's row.</param>
/// <param name="Parameters">The values in force for the subject row.</param>
internal sealed record RowFrames(FactTable Subject, int Row, ParameterTable Parameters)
{
    /// <summary>The table of the child row at hand; null outside a list.</summary>
    public FactTable? Child { get; init; }

    /// <summary>The child row at hand; -1 outside a list.</summary>
    public int ChildRow { get; init; } = -1;
}
