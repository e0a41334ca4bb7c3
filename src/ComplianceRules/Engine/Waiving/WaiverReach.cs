using System.Collections.Concurrent;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Finds the rows that each waiver reaches: the one that it names or those of its region, and all below, as far as its pack judges them.</summary>
/// <remarks>For one run; may be shared between threads.</remarks>
internal sealed class WaiverReach
{
    private readonly DayWaivers _waivers;
    private readonly Snapshot _snapshot;
    private readonly RowStacks _stacks;
    private readonly ConcurrentDictionary<(int Waiver, string Table), RowWindow[]> _rows = new();
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, List<int>>> _subjects = new(StringComparer.Ordinal);
    private readonly Lazy<RegionCode?[]> _codes;

    /// <summary>Gets ready to look.</summary>
    /// <param name="waivers">The waivers.</param>
    /// <param name="snapshot">The facts.</param>
    /// <param name="stacks">The stack of each row.</param>
    public WaiverReach(DayWaivers waivers, Snapshot snapshot, RowStacks stacks)
    {
        (_waivers, _snapshot, _stacks) = (waivers, snapshot, stacks);
        _codes = new Lazy<RegionCode?[]>(() => CodesOf(snapshot.Table(BaseTables.Region)));
    }

    private WaiverReach(WaiverReach before, Snapshot snapshot, RowStacks stacks)
    {
        (_waivers, _snapshot, _stacks) = (before._waivers, snapshot, stacks);
        (_rows, _subjects, _codes) = (before._rows, before._subjects, before._codes);
    }

    /// <summary>The rows that the same waivers reach in a snapshot of the same rows with other facts.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="stacks">The stack of each row.</param>
    public WaiverReach With(Snapshot snapshot, RowStacks stacks) => new(this, snapshot, stacks);

    /// <summary>The rows of a table that a waiver reaches: in ascending order, none twice.</summary>
    /// <param name="waiver">The waiver's number.</param>
    /// <param name="table">The table.</param>
    public RowWindow[] Of(int waiver, FactTable table) => _rows.GetOrAdd((waiver, table.Schema.Name), static (of, made) => made.Reach.Find(of.Waiver, made.Table), (Reach: this, Table: table));

    /// <summary>Whether the snapshot has what a waiver names: its row, or rows of its region.</summary>
    /// <param name="waiver">The waiver's number.</param>
    public bool IsNamed(int waiver) => Named(waiver).Rows.Length > 0;

    /// <summary>Whether the waiver's pack judges such rows.</summary>
    /// <param name="waiver">The waiver's number.</param>
    public bool IsMet(int waiver) => Of(waiver, Named(waiver).Table).Length > 0;

    /// <summary>Whether a waiver's pack judges rows of the snapshot; of none that belongs to no pack.</summary>
    /// <param name="waiver">The waiver's number.</param>
    public bool IsPackMet(int waiver) =>
        _waivers.All[waiver].Pack is not { } pack || _snapshot.Tables.Any(table => table.Count > 0 && _stacks.Runs(table, new RuleReach(pack.Id, null)).Any());

    private RowWindow[] Find(int waiver, FactTable table)
    {
        (FactTable start, RowWindow[] rows) = Named(waiver);
        RowWindow[] below = Below(start, rows, table);
        if (_waivers.All[waiver].Pack is not { } pack || below.Length == 0) return below;
        return RowsBelow.Both(below, [.. _stacks.Runs(table, new RuleReach(pack.Id, null)).Select(run => new RowWindow(run.Start, run.End))]);
    }

    private (FactTable Table, RowWindow[] Rows) Named(int waiver)
    {
        Packs.Waiver written = _waivers.All[waiver].Written;
        FactTable regions = _snapshot.Table(BaseTables.Region);
        if (written.Region is { } region) return (regions, InRegion(region));
        FactTable table = _snapshot.Table(written.SubjectTable!);
        List<int> rows = Subjects(table).GetValueOrDefault(written.SubjectId!) ?? [];
        if (table == regions && RegionCode.TryParse(written.SubjectId, out RegionCode code)) return (regions, InRegion(code));
        return (table, RowsBelow.Joined(rows.Select(row => new RowWindow(row, row + 1))));
    }

    // One pass over a table finds the rows of all its waivers.
    private IReadOnlyDictionary<string, List<int>> Subjects(FactTable table) => _subjects.GetOrAdd(table.Schema.Name, static (name, made) => SubjectRows.Find(
        made.Table, made.Waivers.All.Where(w => w.Written.SubjectTable == name).Select(w => w.Written.SubjectId!).ToHashSet(StringComparer.Ordinal)), (Table: table, Waivers: _waivers));

    private RowWindow[] InRegion(RegionCode region)
    {
        RegionCode?[] codes = _codes.Value;
        return RowsBelow.Joined(Enumerable.Range(0, codes.Length).Where(row => codes[row] is { } code && _snapshot.Schema.FormerCodes.Contains(region, code)).Select(row => new RowWindow(row, row + 1)));
    }

    private RowWindow[] Below(FactTable start, RowWindow[] rows, FactTable wanted)
    {
        if (wanted == start || rows.Length == 0) return rows;
        List<FactTable> way = [wanted];
        while (way[^1].Schema.Parent is { } parent && parent != way[^1].Schema.Name && _snapshot.Table(parent) != start) way.Add(_snapshot.Table(parent));
        if (way[^1].Schema.Parent != start.Schema.Name) return [];
        FactTable above = start;
        for (int step = way.Count - 1; step >= 0; above = way[step--]) rows = RowsBelow.Of(way[step], rows, above.Count);
        return rows;
    }

    private static RegionCode?[] CodesOf(FactTable regions) =>
        [.. Enumerable.Range(0, regions.Count).Select(row => RegionCode.TryParse(regions.Id(row), out RegionCode code) ? code : (RegionCode?)null)];
}
