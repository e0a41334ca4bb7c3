using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>A list literal.</summary>
/// <param name="Offset">Where its token starts in the expression.</param>
/// <param name="Length">How long its token is.</param>
/// <param name="Items">The items.</param>
internal sealed record ListSyntax(int Offset, int Length, ImmutableArray<Syntax> Items) : Syntax(Offset, Length);
