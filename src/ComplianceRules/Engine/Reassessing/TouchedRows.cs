using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The rows whose verdicts may follow from changed rows: these, those above and below them, and year groups with their classes.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class TouchedRows
{
    // Rows that lie as near to each other are judged together: their bits are in the same words or the next.
    private const int Near = ValidityBits.PerWord;
    private const int MostWindows = 64;
    private const int RowsOfAWindow = 4096;
    private const int ManyRows = 16 * 1024;

    private readonly Snapshot _snapshot;
    private readonly Dictionary<string, List<RowWindow>> _rows = new(StringComparer.Ordinal);

    private TouchedRows(Snapshot snapshot) => _snapshot = snapshot;

    /// <summary>Finds the rows.</summary>
    /// <param name="snapshot">The facts after the change.</param>
    /// <param name="changed">The changed rows.</param>
    /// <param name="reach">How far rules read.</param>
    /// <returns>By table the rows in ascending order; null where so many are touched that judging all is no slower.</returns>
    public static IReadOnlyDictionary<string, RowWindow[]>? Of(Snapshot snapshot, ChangedRows changed, ListReach reach)
    {
        if (reach == ListReach.Everywhere || changed.Tables.Any(t => t.Rows.Length > MostWindows + (snapshot.Table(t.Table).Count / RowsOfAWindow * Near))) return null;
        TouchedRows touched = new(snapshot);
        foreach ((string table, IReadOnlyList<int> rows) in changed.Tables.Select(t => (t.Table, (IReadOnlyList<int>)t.Rows)))
        {
            foreach (int row in rows) touched.Add(snapshot.Table(table), row, reach);
        }

        Dictionary<string, RowWindow[]> windows = touched._rows.ToDictionary(t => t.Key, t => Merged(t.Value, t.Key), StringComparer.Ordinal);
        return windows.All(w => AreFew(w.Value, snapshot.Table(w.Key).Count)) ? windows : null;
    }

    private static bool AreFew(RowWindow[] windows, int count)
    {
        int rows = windows.Sum(w => w.To - w.From);
        return windows.Length <= MostWindows + (count / RowsOfAWindow) && (rows <= ManyRows || rows <= count / 4);
    }

    private static RowWindow[] Merged(List<RowWindow> windows, string table)
    {
        // A region reads all rows below it, so that none is judged for the sake of its neighbours.
        int near = table == BaseTables.Region ? 0 : Near;
        List<RowWindow> merged = [];
        foreach (RowWindow window in windows.OrderBy(w => w.From).ThenBy(w => w.To))
        {
            if (merged.Count > 0 && window.From <= merged[^1].To + near) merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, window.To) };
            else merged.Add(window);
        }

        return [.. merged];
    }

    private void Add(FactTable table, int row, ListReach reach)
    {
        AddBelow(table, new RowWindow(row, row + 1));
        while (table.Schema.Parent is { } parent && table.Parent(row) is >= 0 and int above)
        {
            if (table.Schema.Name == BaseTables.Class) AddGroupsOf(row, above);
            (table, row) = (_snapshot.Table(parent), above);
            if (reach == ListReach.School && parent == BaseTables.School) AddBelow(table, new RowWindow(row, row + 1));
            else Put(table, new RowWindow(row, row + 1));
        }
    }

    private void AddGroupsOf(int row, int school)
    {
        FactTable groups = _snapshot.Table(BaseTables.YearGroup);
        if (groups.List(_snapshot.Table(BaseTables.Class).Schema.Children) is not { } classes) return;
        foreach (RowWindow own in Below(groups, new RowWindow(school, school + 1)))
        {
            for (int group = own.From; group < own.To; group++)
            {
                (int start, int end) = classes.Rows(group);
                if (row >= start && row < end) Put(groups, new RowWindow(group, group + 1));
            }
        }
    }

    private void AddBelow(FactTable table, RowWindow rows)
    {
        Put(table, rows);
        foreach (FactTable child in _snapshot.Tables.Where(t => t.Schema.Parent == table.Schema.Name))
        {
            foreach (RowWindow below in Below(child, rows)) AddBelow(child, below);
        }
    }

    private static IEnumerable<RowWindow> Below(FactTable child, RowWindow rows)
    {
        if (child.StartsBelow is { } starts) return starts[rows.From] < starts[rows.To] ? [new RowWindow(starts[rows.From], starts[rows.To])] : [];
        return Enumerable.Range(0, child.Count).Where(row => child.Parent(row) >= rows.From && child.Parent(row) < rows.To).Select(row => new RowWindow(row, row + 1));
    }

    private void Put(FactTable table, RowWindow rows)
    {
        if (!_rows.TryGetValue(table.Schema.Name, out List<RowWindow>? known)) _rows.Add(table.Schema.Name, known = []);
        known.Add(rows);
    }
}
