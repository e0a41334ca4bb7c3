using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>What packs call periods.</summary>
internal static class PeriodNames
{
    /// <summary>The names of all periods, in the order of their numbers.</summary>
    public static ImmutableArray<string> All { get; } = ["week", "month", "term", "school_year", "year"];

    /// <summary>The name of a period.</summary>
    /// <param name="unit">The period.</param>
    public static string Of(PeriodUnit unit) => All[(int)unit];

    /// <summary>The period of a name.</summary>
    /// <param name="name">One of the names.</param>
    public static PeriodUnit Of(string name) => (PeriodUnit)All.IndexOf(name);
}
