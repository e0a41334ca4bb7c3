using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>A call.</summary>
/// <param name="Offset">Where its token starts in the expression.</param>
/// <param name="Length">How long its token is.</param>
/// <param name="Target">What stands before the dot; null for a plain function.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record CallSyntax(int Offset, int Length, Syntax? Target, string Name, ImmutableArray<Syntax> Arguments) : Syntax(Offset, Length);
