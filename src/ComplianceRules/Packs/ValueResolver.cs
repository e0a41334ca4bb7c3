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
            ParameterEntry own = written with { Value = StrictestValue.Placed(written.Value, scale) };
            standing = standing is null ? new ResolvedParameter(own.Value, own.Pack, own.Written, []) : Combine(standing, own, strictness);
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

    private static ResolvedParameter Combine(ResolvedParameter outer, ParameterEntry inner, Strictness strictness)
    {
        Value combined = StrictestValue.Of(outer.Value, inner.Value, strictness);
        bool outerStands = strictness != Strictness.None && StrictestValue.IsLooser(outer.Value, inner.Value, strictness) && combined.Text == outer.Value.Text;
        ResolvedParameter own = new(inner.Value, inner.Pack, inner.Written, []);
        return outerStands
            ? outer with { Replaced = outer.Replaced.Add(own) }
            : new ResolvedParameter(combined, inner.Pack, inner.Written, outer.Replaced.Add(outer with { Replaced = [] }));
    }
}
