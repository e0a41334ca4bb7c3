namespace ComplianceRules.Facts;

/// <summary>Times such as <c>8:20</c> and <c>08:20</c>, hours 0 to 47.</summary>
/// <param name="column">The column of the table, from 0.</param>
/// <param name="times">Takes the times.</param>
internal sealed class DirectTime(int column, TimeColumnBuilder times) : DirectCell(column)
{
    public override bool TrySet(int row, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return true;
        if (cell.Length is not (4 or 5) || cell[^3] != (byte)':') return false;
        int hour = CellDigits.Two(cell.Length == 4 ? (byte)'0' : cell[0], cell[^4]);
        int minute = CellDigits.Two(cell[^2], cell[^1]);
        return hour is >= 0 and < 48 && minute is >= 0 and < 60 && times.Set(row, (hour * 60) + minute);
    }
}
