using System.Collections.Immutable;

namespace ComplianceRules.Analysis;

/// <summary>Counts things by what they have.</summary>
internal static class Counted
{
    /// <summary>How many things have each text, in ordinal order.</summary>
    /// <param name="things">The things.</param>
    /// <param name="text">What they have.</param>
    public static ImmutableSortedDictionary<string, int> By<T>(IEnumerable<T> things, Func<T, string> text) =>
        things.CountBy(text, StringComparer.Ordinal).ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>How many things have each value, those that none has among them.</summary>
    /// <param name="things">The things.</param>
    /// <param name="value">What they have.</param>
    /// <param name="values">All values that there are.</param>
    public static ImmutableSortedDictionary<TValue, int> By<T, TValue>(IEnumerable<T> things, Func<T, TValue> value, IEnumerable<TValue> values)
        where TValue : struct, Enum
    {
        Dictionary<TValue, int> found = things.CountBy(value).ToDictionary();
        return values.ToImmutableSortedDictionary(v => v, v => found.GetValueOrDefault(v));
    }
}
