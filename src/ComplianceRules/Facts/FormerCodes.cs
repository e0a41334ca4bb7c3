using System.Collections.Frozen;

namespace ComplianceRules.Facts;

/// <summary>Codes of places that have been merged into others, each with the code that took its place.</summary>
/// <remarks>Immutable; may be shared between threads. What lies below a former code lies below the code that took its place.</remarks>
public sealed class FormerCodes
{
    private readonly FrozenDictionary<RegionCode, RegionCode> _current;

    // INVARIANT: no way from a code up through its ancestors and their successors leads back to it.
    internal FormerCodes(IReadOnlyDictionary<RegionCode, RegionCode> current) => _current = current.ToFrozenDictionary();

    /// <summary>Every former code with what took its place, in ordinal order.</summary>
    internal IEnumerable<(string Former, string Current)> All => _current.Select(c => (c.Key.Text, c.Value.Text)).Order();

    /// <summary>No former codes.</summary>
    public static FormerCodes None { get; } = new(new Dictionary<RegionCode, RegionCode>());

    /// <summary>The code that a place has now: the code itself unless another took its place, over any number of steps.</summary>
    /// <param name="code">The code.</param>
    public RegionCode Current(RegionCode code)
    {
        while (_current.TryGetValue(code, out RegionCode next)) code = next;
        return code;
    }

    /// <summary>The code that lies directly above; null for a nation.</summary>
    /// <param name="code">The code.</param>
    public RegionCode? Parent(RegionCode code) => Current(code).Parent is { } above ? Current(above) : null;

    /// <summary>The code that a place has now and everything above it, nearest first.</summary>
    /// <param name="code">The code.</param>
    public IEnumerable<RegionCode> SelfAndAncestors(RegionCode code)
    {
        for (RegionCode? at = Current(code); at is { } here; at = Parent(here)) yield return here;
    }

    /// <summary>Whether a place is another or lies above it.</summary>
    /// <param name="outer">The code that may lie above.</param>
    /// <param name="inner">The code that may lie below.</param>
    public bool Contains(RegionCode outer, RegionCode inner)
    {
        RegionCode sought = Current(outer);
        return SelfAndAncestors(inner).Any(c => c == sought);
    }
}
