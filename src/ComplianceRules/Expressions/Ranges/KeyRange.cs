using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>A few texts, or keys of an enum, that are written out.</summary>
/// <param name="Keys">The texts, in ordinal order.</param>
internal sealed record KeyRange(ImmutableSortedSet<string> Keys) : ValueRange
{
    public override bool IsEmpty => Keys.IsEmpty;

    public static KeyRange Of(params ReadOnlySpan<string> keys) => new(ImmutableSortedSet.Create(StringComparer.Ordinal, keys));
}
