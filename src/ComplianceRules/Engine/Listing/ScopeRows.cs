using System.Collections.Frozen;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Finds the rows of a school or a region in each table.</summary>
/// <remarks>May be shared between threads. Ids are gathered when they are first asked for.</remarks>
/// <param name="snapshot">The facts.</param>
internal sealed class ScopeRows(Snapshot snapshot)
{
    private readonly Lazy<FrozenDictionary<string, int>> _schools = new(() => Ids(snapshot.Table(BaseTables.School)), LazyThreadSafetyMode.PublicationOnly);
    private readonly Lazy<FrozenDictionary<string, int>> _regions = new(() => Ids(snapshot.Table(BaseTables.Region)), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Whether the data has the school and the region of a scope.</summary>
    public bool Has(FindingScope scope) =>
        (scope.School is not { } school || _schools.Value.ContainsKey(school)) && (scope.Region is not { } region || _regions.Value.ContainsKey(region.Text));

    /// <summary>The rows of a table that a scope wants.</summary>
    /// <param name="scope">The scope, with a school or a region.</param>
    /// <param name="table">The table.</param>
    public RowWindow[] Of(FindingScope scope, string table) => scope.School is { } school
        ? Below(BaseTables.School, _schools.Value.TryGetValue(school, out int row) ? [row] : [], table)
        : OfRegion(scope.Region!.Value, table);

    private static FrozenDictionary<string, int> Ids(FactTable table) => Enumerable.Range(0, table.Count).ToFrozenDictionary(table.Id, row => row, StringComparer.Ordinal);

    private RowWindow[] OfRegion(RegionCode code, string table)
    {
        if (!_regions.Value.TryGetValue(code.Text, out int row)) return [];
        FactTable regions = snapshot.Table(BaseTables.Region);
        int[] within = [.. Enumerable.Range(0, regions.Count).Where(r => IsIn(regions, r, row))];
        return table == BaseTables.Region ? [.. within.Select(One)] : Below(BaseTables.Region, [row], table);
    }

    private static bool IsIn(FactTable regions, int row, int outer)
    {
        for (int at = row; at >= 0; at = regions.Parent(at))
        {
            if (at == outer) return true;
        }

        return false;
    }

    private RowWindow[] Below(string above, int[] rows, string table)
    {
        if (table == above) return [.. rows.Select(One)];
        if (snapshot.Schema.Table(table) is not { } schema || snapshot.Table(above).List(schema.Children) is not { } list || list.Table != table) return [];
        return [.. rows.Select(row => list.Rows(row)).Where(r => r.End > r.Start).Select(r => new RowWindow(r.Start, r.End))];
    }

    private static RowWindow One(int row) => new(row, row + 1);
}
