using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>Finds the value of a parameter that is in force for a stack on a day.</summary>
internal static class ValueResolver
{
    /// <summary>The value of one parameter and key: each pack's latest value of the day, folded from the outermost pack inwards by strictness.</summary>
    /// <param name="entries">The values of one key, of all packs of the stack, outermost pack first.</param>
    /// <param name="strictness">Which of two values binds more.</param>
    /// <param name="day">The day.</param>
    /// <param name="scale">The scale on which clock times are placed before any two of them are compared.</param>
    /// <returns>The value; null where none is in force.</returns>
    public static ResolvedParameter? Resolve(IEnumerable<ParameterEntry> entries, Strictness strictness, DateOnly day, TimeScale scale)
    {
        ResolvedParameter? standing = null;
        foreach (IGrouping<string, ParameterEntry> pack in entries.GroupBy(e => e.Pack.Id, StringComparer.Ordinal))
        {
            if (InForce(pack, day) is not { } written) continue;
            ResolvedParameter own = new(StrictestValue.Placed(written.Value, scale), written.Pack, written.Written, []) { Relaxes = written.Relaxes, Before = Before(pack, written) };
            standing = standing is null ? own : Combine(standing, own, strictness);
        }

        return standing;
    }

    /// <summary>The value of one pack: the one with the latest first day that is not after the day; none where that one has ended.</summary>
    /// <param name="entries">The values of one pack and key.</param>
    /// <param name="day">The day.</param>
    public static ParameterEntry? InForce(IEnumerable<ParameterEntry> entries, DateOnly day)
    {
        ParameterEntry? latest = entries.Where(e => e.Written.From is null || e.Written.From <= day).MaxBy(e => e.Written.From ?? DateOnly.MinValue);
        return latest is not null && latest.Written.Contains(day) ? latest : null;
    }

    private static ImmutableArray<ParameterEntry> Before(IEnumerable<ParameterEntry> entries, ParameterEntry written)
    {
        DateOnly first = written.Written.From ?? DateOnly.MinValue;
        return [.. entries.Where(e => (e.Written.From ?? DateOnly.MinValue) < first).OrderByDescending(e => e.Written.From ?? DateOnly.MinValue)];
    }

    private static ResolvedParameter Combine(ResolvedParameter outer, ResolvedParameter inner, Strictness strictness)
    {
        if (inner.Relaxes is not null) strictness = Strictness.None;
        Value combined = StrictestValue.Of(outer.Value, inner.Value, strictness);
        bool outerStands = strictness != Strictness.None && StrictestValue.IsLooser(outer.Value, inner.Value, strictness) && combined.Text == outer.Value.Text;
        if (outerStands) return outer with { Replaced = outer.Replaced.Add(inner with { Role = ValueRole.Overtaken }) };
        ResolvedParameter replaced = outer with { Replaced = [], Role = RoleOf(outer, inner with { Value = combined }, strictness) };
        return inner with { Value = combined, Replaced = outer.Replaced.Add(replaced) };
    }

    private static ValueRole RoleOf(ResolvedParameter outer, ResolvedParameter inner, Strictness strictness)
    {
        if (outer.Value.Text == inner.Value.Text) return ValueRole.Restated;
        if (inner.Relaxes is not null) return ValueRole.Relaxed;
        return strictness switch
        {
            Strictness.None => ValueRole.Replaced,
            Strictness.Superset or Strictness.Subset => ValueRole.Joined,
            _ => ValueRole.Tightened,
        };
    }
}
