using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The rows of one table by the school that they are or lie below.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class SchoolRuns
{
    private readonly SchoolRun[] _runs;
    private readonly int[] _ends;

    private SchoolRuns(List<SchoolRun> runs)
    {
        _runs = [.. runs];
        _ends = [.. runs.Select(r => r.End)];
    }

    /// <summary>Finds the school of each row of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="snapshot">The facts.</param>
    public static SchoolRuns Of(FactTable table, Snapshot snapshot)
    {
        List<SchoolRun> runs = [];
        if (SchoolsOf(table, snapshot) is not { } schools) return new SchoolRuns(runs);
        for (int start = 0, end; start < schools.Length; start = end)
        {
            for (end = start + 1; end < schools.Length && schools[end] == schools[start];) end++;
            if (schools[start] >= 0) runs.Add(new SchoolRun(start, end, schools[start]));
        }

        return new SchoolRuns(runs);
    }

    /// <summary>The runs that have a row between two, in the order of the rows.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="to">The row after the last.</param>
    public ReadOnlySpan<SchoolRun> Within(int from, int to)
    {
        int first = RunEnds.After(_ends, from);
        int last = first;
        while (last < _runs.Length && _runs[last].Start < to) last++;
        return _runs.AsSpan(first..last);
    }

    // For each row the school; -1 where there is none. Null where the table lies beside schools or above.
    private static int[]? SchoolsOf(FactTable table, Snapshot snapshot)
    {
        if (table.Schema.Name == BaseTables.School) return [.. Enumerable.Range(0, table.Count)];
        if (table.Schema.Parent is not { } parent || parent == table.Schema.Name || SchoolsOf(snapshot.Table(parent), snapshot) is not { } above) return null;
        ReadOnlySpan<int> parents = table.Parents;
        int[] schools = new int[table.Count];
        for (int row = 0; row < schools.Length; row++) schools[row] = parents[row] < 0 ? -1 : above[parents[row]];
        return schools;
    }
}
