using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>Values that are written out.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Items">The values in order.</param>
internal sealed record LinqArray(LinqPlace Place, ImmutableArray<LinqSyntax> Items) : LinqSyntax(Place);
