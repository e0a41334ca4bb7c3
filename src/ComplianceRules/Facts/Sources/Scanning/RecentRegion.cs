namespace ComplianceRules.Facts;

/// <summary>The region found last: schools of one region come one behind the other.</summary>
/// <param name="builder">Has the regions.</param>
internal sealed class RecentRegion(SnapshotBuilder builder)
{
    private readonly RowStore _rows = builder.Table(BaseTables.Region).Rows;
    private RegionCode? _code;
    private (int Length, int Count) _seen;
    private int _row;

    /// <summary>The row of a region, made where it is not there yet.</summary>
    public int RowOf(RegionCode code)
    {
        // A row that takes the place of another changes how many there are, or were.
        if (_code == code && _seen == (_rows.Length, _rows.Count)) return _row;
        (_row, _code) = (builder.Region(code), code);
        _seen = (_rows.Length, _rows.Count);
        return _row;
    }
}
