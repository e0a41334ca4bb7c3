using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets;

/// <summary>The cells of one field; what is written often is read once.</summary>
internal sealed class FieldCells
{
    private const int MostRemembered = 4096;

    private readonly MappedField _mapped;
    private readonly int _column;
    private readonly Dictionary<string, CellValue> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CellValue>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public FieldCells(MappedField mapped, int column)
    {
        _mapped = mapped;
        _column = column;
        _lookup = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public FieldSchema Field => _mapped.Field;

    public string Cell(CsvRecords records) => records.Cell(_column);

    public CellValue Read(CsvRecords records)
    {
        ReadOnlySpan<char> cell = records.Chars(_column);
        if (_lookup.TryGetValue(cell, out CellValue known)) return known;
        string text = cell.ToString();
        CellValue value = _mapped.Cells.Read(text);
        if (_seen.Count < MostRemembered) _seen.Add(text, value);
        return value;
    }
}
