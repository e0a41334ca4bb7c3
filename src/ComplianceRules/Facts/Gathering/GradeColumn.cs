namespace ComplianceRules.Facts;

/// <summary>The grades of classes or year groups as small whole numbers.</summary>
internal sealed class GradeColumn
{
    /// <summary>How many grades there are, and one more for rows without one.</summary>
    public const int Groups = Unknown + 1;

    /// <summary>The group of rows without a grade, after all others.</summary>
    public const int Unknown = 13;

    private readonly NumberColumnBuilder? _column;

    public GradeColumn(TableBuilder table) =>
        _column = table.Schema.Field(StageFacts.Grade) is { } field ? (NumberColumnBuilder)table.ColumnOf(field) : null;

    /// <summary>The grades of the first rows, as <see cref="GroupOf"/> gives them; for as long as none is set anew.</summary>
    public ReadOnlyMemory<byte> GroupsOf(int rows)
    {
        if (_column?.Whole(rows, Unknown) is { } whole) return whole;
        byte[] groups = new byte[rows];
        for (int row = 0; row < rows; row++) groups[row] = (byte)GroupOf(row);
        return groups;
    }

    /// <summary>Adds the rows whose grade may be another than that of the row before.</summary>
    public void AddTo(RowHeads heads, int rows) => _column?.AddTo(heads, rows);

    /// <summary>The grade of a row, from 0 to 12; <see cref="Unknown"/> where it is not known.</summary>
    public int GroupOf(int row) => _column?.RoundedAt(row) is >= 0 and int grade ? grade : Unknown;
}
