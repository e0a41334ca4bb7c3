using System.Collections.Frozen;

namespace ComplianceRules.Expressions;

/// <summary>Functions that the language has and this version does not understand yet.</summary>
internal static class LaterNames
{
    private static readonly FrozenSet<string> All = new[]
    {
        "all", "exists", "exists_one", "filter", "map",
        "size", "sum", "min", "max", "avg", "count", "share", "cv", "percentile", "contains_all",
        "startsWith", "endsWith", "contains", "day_of_week", "working_days_between",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string name) => All.Contains(name);
}
