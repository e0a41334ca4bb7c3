namespace ComplianceRules.Facts;

/// <summary>Which region rows are covered, and which of their lists are known for that.</summary>
internal sealed class RegionCoverage
{
    private readonly SnapshotBuilder _builder;
    private readonly TableLayout _regions;
    private readonly bool[] _covered;
    private readonly bool _hasStraySchools;

    public RegionCoverage(SnapshotBuilder builder, TableLayout regions, TableLayout schools)
    {
        _builder = builder;
        _regions = regions;
        _hasStraySchools = schools.Parents.Span.Contains(-1);
        HashSet<string> codes = [.. builder.Covers.Select(c => c.Text)];
        _covered = new bool[regions.Count];
        for (int row = 0; row < _covered.Length; row++)
        {
            int parent = regions.Parent(row);
            _covered[row] = (parent >= 0 && _covered[parent]) || codes.Contains(regions.Builder.Rows.Id(regions.Source(row)))
                || builder.IsRowCovered(regions.Source(row));
        }
    }

    public bool IsCovered(int region) => _covered[region];

    /// <summary>For each region row, whether its list of the rows of a table is whole.</summary>
    public bool[] Reported(TableSchema list)
    {
        if (_builder.ListsMustBeGiven) return [.. _covered.Zip(Given(list), (covered, given) => covered && given)];
        // A school of no known region may belong to any, so no region's schools are known to be all there.
        return _hasStraySchools && list != _regions.Schema ? new bool[_covered.Length] : _covered;
    }

    // A region gives a list itself, or gives its regions and each of them gives it.
    private bool[] Given(TableSchema list)
    {
        bool[] below = new bool[_regions.Count];
        Array.Fill(below, true);
        bool[] given = new bool[_regions.Count];
        for (int row = given.Length - 1; row >= 0; row--)
        {
            int at = _regions.Source(row);
            bool byRegions = _regions.Builder.IsListReported(at, _regions.Schema.Children);
            given[row] = list == _regions.Schema ? byRegions : _regions.Builder.IsListReported(at, list.Children) || (byRegions && below[row]);
            if (_regions.Parent(row) is >= 0 and int parent) below[parent] &= given[row];
        }

        return given;
    }
}
