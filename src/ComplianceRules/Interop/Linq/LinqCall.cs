using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>A call of a method, or of a function where it has no target.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Target">What the method belongs to; null for a function.</param>
/// <param name="Name">The name.</param>
/// <param name="Arguments">The arguments in order.</param>
internal sealed record LinqCall(LinqPlace Place, LinqSyntax? Target, string Name, ImmutableArray<LinqSyntax> Arguments) : LinqSyntax(Place);
