using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Facts by name.</summary>
internal static class FactBag
{
    /// <summary>No facts.</summary>
    public static IReadOnlyDictionary<string, FactValue> None { get; } = ImmutableSortedDictionary.Create<string, FactValue>(StringComparer.Ordinal);

    /// <summary>The same facts, which nobody changes any more.</summary>
    public static IReadOnlyDictionary<string, FactValue> Copy(IReadOnlyDictionary<string, FactValue> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts is ImmutableSortedDictionary<string, FactValue> ? facts : facts.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
