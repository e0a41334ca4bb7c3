using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>A place whose trouble has been reported; it troubles nothing around it.</summary>
/// <param name="Offset">Where its token starts in the expression.</param>
/// <param name="Length">How long its token is.</param>
internal sealed record BrokenSyntax(int Offset, int Length) : Syntax(Offset, Length)
{
    /// <summary>What could be read in it all the same, so that the names in there are looked at.</summary>
    public ImmutableArray<Syntax> Parts { get; init; } = [];
}
