namespace ComplianceRules.Facts;

/// <summary>The name of a column whose header stands in several rows.</summary>
internal static class HeaderName
{
    /// <summary>The names of the rows joined by <c>/</c>, the top one first; empty ones are left out, and a name that repeats the one above it.</summary>
    /// <param name="parts">The names, top to bottom; a merged cell names every row and column it spans.</param>
    public static string Join(IEnumerable<string> parts) => string.Join('/', Parts(parts));

    /// <summary>The names of the columns whose header stands in some rows.</summary>
    /// <param name="rows">The rows of names, top to bottom; they may differ in length.</param>
    /// <param name="knowsMerged">Whether merged cells have named all that they span; else see <see cref="Unmerge"/>.</param>
    public static string[] Columns(IReadOnlyList<IReadOnlyList<string>> rows, bool knowsMerged)
    {
        IReadOnlyList<IReadOnlyList<string>> names = knowsMerged ? rows : Unmerge(rows);
        int width = names.Select(n => n.Count).DefaultIfEmpty().Max();
        return [.. Enumerable.Range(0, width).Select(column => Join(names.Where(n => column < n.Count).Select(n => n[column])))];
    }

    /// <summary>The names in a header of several rows of a table that cannot say which cells are merged.</summary>
    /// <remarks>
    /// A cell that was merged over several columns comes as its name and empty cells behind it. So an empty cell above a name goes on with the name before it, where that too stands
    /// above a name: 书面作业 over 一年级 names the 二年级 beside it.
    /// </remarks>
    /// <param name="rows">The rows of names, top to bottom; they may differ in length.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Unmerge(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        string[][] names = [.. rows.Select(r => r.Select(n => n.Trim()).ToArray())];
        for (int row = 0; row < names.Length - 1; row++)
        {
            for (int column = 1; column < names[row].Length; column++)
            {
                if (names[row][column].Length == 0 && IsAboveName(names, row, column - 1) && IsAboveName(names, row, column)) names[row][column] = names[row][column - 1];
            }
        }

        return names;
    }

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

    private static bool IsAboveName(string[][] names, int row, int column) => names.Skip(row + 1).Any(below => column < below.Length && below[column].Length > 0);
}
