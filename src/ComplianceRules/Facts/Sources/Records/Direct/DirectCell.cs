namespace ComplianceRules.Facts;

/// <summary>Reads the plain cells of one field from their bytes into its column; what is not plain is left to who reads texts.</summary>
/// <param name="column">The column of the table, from 0.</param>
internal abstract class DirectCell(int column)
{
    /// <summary>The column of the table, from 0.</summary>
    public int Column => column;

    /// <summary>The reader of a field's cells; null where a mapping says how they are to be read, or where they are never plain.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="rows">The rows of the table.</param>
    public static DirectCell? Of(FieldCells cells, TableBuilder rows)
    {
        CellReader reader = cells.Reader;
        return rows.ColumnOf(cells.Field) switch
        {
            NumberColumnBuilder numbers when reader.TakesDigits => numbers.Coding is { Kind: not CellKind.Double, Numerator: 1 } ? new DirectSteps(cells.Column, numbers) : new DirectNumber(cells.Column, numbers),
            DateColumnBuilder days when reader.TakesDigits => new DirectDate(cells.Column, days),
            TimeColumnBuilder times when reader.TakesDigits => new DirectTime(cells.Column, times),
            BoolColumnBuilder truths when reader.Values.Count == 0 && TruthWords.Of(reader.Words) is { } words => new DirectBool(cells.Column, truths, words),
            EnumColumnBuilder options when reader.Values.Count == 0 => new DirectEnum(cells.Column, options, reader),
            TextColumnBuilder texts when reader.TakesTexts => new DirectTexts(cells.Column, texts),
            _ => null,
        };
    }

    /// <summary>Gives a row the value of a cell.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cell">The cell as it stands in the file; sound UTF-8.</param>
    /// <returns>Whether that is done; an empty cell says nothing, and that is done too.</returns>
    public abstract bool TrySet(int row, ReadOnlySpan<byte> cell);

    /// <summary>Gives the rows of a run the values of their cells; a row has said nothing of the field before.</summary>
    /// <param name="run">The records.</param>
    /// <returns>A bit for each record whose cell is not plain, so that nothing has been done with it.</returns>
    public virtual ulong SetRun(CellRun run)
    {
        ulong others = 0;
        for (int i = 0; i < run.Count; i++)
        {
            if (!TrySet(run.Row + i, run.Cell(i, column))) others |= 1UL << i;
        }

        return others;
    }
}
