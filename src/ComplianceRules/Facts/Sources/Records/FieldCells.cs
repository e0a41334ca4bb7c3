namespace ComplianceRules.Facts;

/// <summary>The cells of one field; what is written often is read once.</summary>
internal sealed class FieldCells
{
    private const int MostRemembered = 4096;

    private readonly MappedField _mapped;
    private readonly Dictionary<string, CellValue> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CellValue>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public FieldCells(MappedField mapped, int column)
    {
        _mapped = mapped;
        Column = column;
        _lookup = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public FieldSchema Field => _mapped.Field;

    /// <summary>How cells are read.</summary>
    public CellReader Reader => _mapped.Cells;

    public int Column { get; }

    public string Cell(RecordView records) => records.Cell(Column);

    public CellValue Read(RecordView records)
    {
        if (FaultOf(records) != CellFault.None) return CellValue.WrongType;
        ReadOnlySpan<char> cell = records.Chars(Column);
        if (_lookup.TryGetValue(cell, out CellValue known)) return known;
        string text = cell.ToString();
        CellValue value = _mapped.Cells.Read(text);
        if (_seen.Count < MostRemembered) _seen.Add(text, value);
        return value;
    }

    /// <summary>What makes the cell unusable for this field.</summary>
    public CellFault FaultOf(RecordView records) => records.FaultOf(Column) switch
    {
        // A text or a number without unit, such as a grade, is said of each record that a merged cell spans.
        CellFault.MergedNumber when Field.Type != FieldType.Number || Field.Unit is null || Unit.One.Equals(Field.Unit) => CellFault.None,
        CellFault.LostDigits when Field.Type == FieldType.Number => CellFault.None,
        CellFault.None when Field.Type == FieldType.Number && HasOtherUnit(records) => CellFault.OtherUnit,
        CellFault fault => fault,
    };

    private bool HasOtherUnit(RecordView records)
    {
        if (records.WordsOf(Column) is not { } words || !HeaderUnit.TryRead(words, out Unit shown)) return false;
        Unit column = _mapped.Cells.Unit ?? Field.Unit ?? Unit.One;
        return !HeaderUnit.TryFit(shown, column, out Unit fitted, out _) || !fitted.Equals(column);
    }
}
