namespace ComplianceRules.Facts;

/// <summary>Numbers that are kept as they are.</summary>
/// <param name="column">The column of the table, from 0.</param>
/// <param name="numbers">Takes the numbers.</param>
internal sealed class DirectNumber(int column, NumberColumnBuilder numbers) : DirectCell(column)
{
    public override bool TrySet(int row, ReadOnlySpan<byte> cell) =>
        cell.IsEmpty || (CellDigits.TryRead(cell, out long units, out int decimals) && numbers.Set(row, CellDigits.Number(units, decimals)));
}
