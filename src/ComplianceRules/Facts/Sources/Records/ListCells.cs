namespace ComplianceRules.Facts;

/// <summary>The cells that say whether a list of a row is whole.</summary>
internal sealed class ListCells(MappedList mapped, int column)
{
    private static readonly FieldSchema Truth = new("complete", FieldType.Bool);

    private readonly CellReader _cells = new(Truth, mapped.Words);

    public string List => mapped.List;

    public int Column => column;

    /// <summary>Which words mean that the list is whole, or that it is not.</summary>
    public CellWords Words => mapped.Words;

    /// <summary>Whether the list is whole; absent where the cell does not say.</summary>
    public CellValue Read(RecordView records) => records.FaultOf(column) == CellFault.None ? _cells.Read(records.Cell(column)) : CellValue.WrongType;
}
