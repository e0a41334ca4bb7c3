namespace ComplianceRules.Facts;

/// <summary>The name of a column whose header stands in several rows.</summary>
internal static class HeaderName
{
    /// <summary>The names of the rows joined by <c>/</c>, the top one first; empty ones are left out, and a name that repeats the one above it.</summary>
    /// <param name="parts">The names, top to bottom; a merged cell names every row and column it spans.</param>
    public static string Join(IEnumerable<string> parts) => string.Join('/', Parts(parts));

    /// <summary>The names that are joined, trimmed.</summary>
    public static IReadOnlyList<string> Parts(IEnumerable<string> parts)
    {
        List<string> kept = [];
        foreach (string part in parts.Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            if (kept.Count == 0 || kept[^1] != part) kept.Add(part);
        }

        return kept;
    }
}
