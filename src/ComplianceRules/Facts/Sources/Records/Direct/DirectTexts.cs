namespace ComplianceRules.Facts;

/// <summary>Texts without quotes or blanks around them.</summary>
/// <param name="column">The column of the table, from 0.</param>
/// <param name="texts">Takes the texts.</param>
internal sealed class DirectTexts(int column, TextColumnBuilder texts) : DirectCell(column)
{
    public override bool TrySet(int row, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return true;
        if (!DirectText.IsText(cell)) return false;
        texts.Set(row, cell);
        return true;
    }

    /// <summary>Stops at the first cell that is not plain: texts are numbered in the order in which they come.</summary>
    public override ulong SetRun(CellRun run)
    {
        for (int i = 0; i < run.Count; i++)
        {
            if (!TrySet(run.Row + i, run.Cell(i, Column))) return (ulong.MaxValue >> (CellRun.Most - run.Count)) & (ulong.MaxValue << i);
        }

        return 0;
    }
}
