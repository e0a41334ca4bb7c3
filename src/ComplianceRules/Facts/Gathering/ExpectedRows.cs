namespace ComplianceRules.Facts;

/// <summary>How many rows of a table are to come, so that room is made once and nothing is copied.</summary>
internal sealed class ExpectedRows
{
    private const int Fewest = CellStore.RowsOfGroup;
    private const int EnoughToTell = 8192;
    private const int MostTimes = 512;

    private int _rows;

    /// <summary>Says how much of a source has been read.</summary>
    /// <param name="rows">How many rows it gave.</param>
    /// <param name="read">The part read.</param>
    /// <param name="whole">The whole, in the same measure.</param>
    public void Tell(int rows, long read, long whole)
    {
        if (rows < EnoughToTell || read <= 0) return;
        // An eighth more: room that no row needs is never touched, but room that is too small is copied.
        double times = Math.Min(MostTimes, 1.125 * whole / read);
        _rows = (int)Math.Min(Array.MaxLength / 2, rows * times);
    }

    /// <summary>Says that so many rows will come.</summary>
    public void Tell(int rows) => _rows = rows;

    /// <summary>The room to make for a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="room">The room there is.</param>
    /// <returns>How many rows to make room for: a whole number of groups.</returns>
    public int RoomFor(int row, int room)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        long rows = row < _rows ? _rows : Math.Max(Math.Max(Fewest, row + 1L), room * 2L);
        return (int)(Math.Min(rows + CellStore.RowsOfGroup - 1, int.MaxValue) / CellStore.RowsOfGroup * CellStore.RowsOfGroup);
    }
}
