namespace ComplianceRules.Facts;

/// <summary>Days such as <c>2026-09-01</c>.</summary>
/// <param name="column">The column of the table, from 0.</param>
/// <param name="days">Takes the days.</param>
internal sealed class DirectDate(int column, DateColumnBuilder days) : DirectCell(column)
{
    public override bool TrySet(int row, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return true;
        if (cell.Length != 10 || cell[4] != (byte)'-' || cell[7] != (byte)'-') return false;
        int century = CellDigits.Two(cell[0], cell[1]);
        int year = CellDigits.Two(cell[2], cell[3]);
        int month = CellDigits.Two(cell[5], cell[6]);
        int day = CellDigits.Two(cell[8], cell[9]);
        if (century < 0 || year < 0 || month is < 1 or > 12 || day < 1) return false;
        year += century * 100;
        if (year == 0 || day > DateTime.DaysInMonth(year, month)) return false;
        days.Set(row, new DateOnly(year, month, day).DayNumber);
        return true;
    }
}
