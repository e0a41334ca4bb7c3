namespace ComplianceRules.Facts;

/// <summary>Changes facts of rows that there are.</summary>
/// <remarks>
/// For one thread. Values are checked as readers check them: each <c>Set</c> answers whether the value can be used, and where it cannot, the fact is unknown with the reason.
/// </remarks>
public sealed class TableEdit
{
    private const int LongestOnStack = 256;

    private readonly SnapshotEdit _edit;
    private readonly FactTable _table;
    private readonly SortedDictionary<string, ColumnEdit> _columns = new(StringComparer.Ordinal);

    internal TableEdit(SnapshotEdit edit, FactTable table)
    {
        _edit = edit;
        _table = table;
    }

    /// <summary>Whether anything was changed.</summary>
    internal bool IsTouched => _columns.Count > 0;

    /// <summary>Sets a number, in the field's unit; out of range or off the step is unknown.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="field">The name of a number field of the table.</param>
    /// <param name="value">The number, already rounded to 15 significant digits; finite. One that such a rounding would put on a step of the field is taken for that step.</param>
    /// <returns>Whether the value can be used.</returns>
    /// <exception cref="ArgumentException">The table has no such field of that type, or how rows lie follows from it.</exception>
    public bool SetNumber(int row, string field, double value)
    {
        (FieldSchema schema, ColumnEdit column) = At(row, field, FieldType.Number);
        bool possible = schema.Allows(value);
        if (possible) column.PutNumber(row, value);
        else column.Forget(row, UnknownReason.OutOfRange);
        return possible;
    }

    /// <summary>Sets a truth value.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="field">The name of a bool field of the table.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The table has no such field of that type.</exception>
    public void SetBool(int row, string field, bool value) => At(row, field, FieldType.Bool).Column.PutBit(row, value);

    /// <summary>Sets a text, or an enum by its key; a key that the field does not declare is unknown, and so is a text with half a character.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="field">The name of a text or enum field of the table.</param>
    /// <param name="value">The text or key.</param>
    /// <returns>Whether the value can be used.</returns>
    /// <exception cref="ArgumentException">The table has no such field of that type, or how rows lie follows from it.</exception>
    public bool SetText(int row, string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        (FieldSchema schema, ColumnEdit column) = At(row, field, FieldType.Text, FieldType.Enum);
        bool isEnum = schema.Type == FieldType.Enum;
        bool possible = isEnum ? schema.HasOption(value) : Utf8Text.TryEncode(value, stackalloc byte[LongestOnStack], out _);
        if (possible) column.PutText(row, value);
        else column.Forget(row, isEnum ? UnknownReason.OutOfRange : UnknownReason.WrongType);
        return possible;
    }

    /// <summary>Sets a set by its keys; where one is not declared the whole set is unknown.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="field">The name of a set field of the table.</param>
    /// <param name="keys">The keys; twice is once.</param>
    /// <returns>Whether the value can be used.</returns>
    /// <exception cref="ArgumentException">The table has no such field of that type.</exception>
    public bool SetSet(int row, string field, IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        (FieldSchema schema, ColumnEdit column) = At(row, field, FieldType.Set);
        int[] options = [.. keys.Select(schema.OptionAt)];
        bool possible = options.All(o => o is >= 0 and < ValidityBits.PerWord);
        if (possible) column.PutSet(row, options.Aggregate(0UL, (members, option) => members | (1UL << option)));
        else column.Forget(row, UnknownReason.OutOfRange);
        return possible;
    }

    /// <summary>Sets a day.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="field">The name of a date field of the table.</param>
    /// <param name="value">The day.</param>
    /// <exception cref="ArgumentException">The table has no such field of that type.</exception>
    public void SetDate(int row, string field, DateOnly value) => At(row, field, FieldType.Date).Column.PutWhole(row, value.DayNumber);

    /// <summary>Sets a time of day; it is placed on the field's scale, and outside the scale it is unknown.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="field">The name of a time field of the table.</param>
    /// <param name="minutes">Minutes after midnight.</param>
    /// <returns>Whether the value can be used.</returns>
    /// <exception cref="ArgumentException">The table has no such field of that type.</exception>
    public bool SetTime(int row, string field, int minutes)
    {
        (FieldSchema schema, ColumnEdit column) = At(row, field, FieldType.Time);
        TimeScale scale = schema.Scale ?? TimeScale.WholeDay;
        int placed = scale.Place(minutes);
        bool possible = scale.Contains(placed);
        if (possible) column.PutWhole(row, placed);
        else column.Forget(row, UnknownReason.OutOfRange);
        return possible;
    }

    /// <summary>Takes a value away, as if the data did not give it.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="field">The name of a field of the table.</param>
    /// <exception cref="ArgumentException">The table has no such field, or how rows lie follows from it.</exception>
    public void Clear(int row, string field) => At(row, field).Column.Forget(row, null);

    /// <summary>The table with what was changed.</summary>
    /// <param name="above">The table above; null where there is none.</param>
    internal FactTable Make(FactTable? above)
    {
        IEnumerable<FactColumn> kept = _table.Columns.Where(c => !_columns.ContainsKey(c.Field.Name));
        return _table.With(above, [.. kept, .. _columns.Values.Select(c => c.Make()).OfType<FactColumn>()]);
    }

    private (FieldSchema Schema, ColumnEdit Column) At(int row, string field, params ReadOnlySpan<FieldType> types)
    {
        _edit.CheckOpen();
        ArgumentNullException.ThrowIfNull(field);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, _table.Count);
        string table = _table.Schema.Name;
        if (_table.Schema.Field(field) is not { } schema) throw new ArgumentException($"the table `{table}` has no field `{field}`", nameof(field));
        if (!types.IsEmpty && !types.Contains(schema.Type)) throw new ArgumentException($"`{table}.{field}` is a field of type {schema.Type}", nameof(field));
        if (LiesBy(table, field)) throw new ArgumentException($"other facts or lists of rows follow from `{table}.{field}`, so that changed data is to be read anew", nameof(field));
        if (!_columns.TryGetValue(field, out ColumnEdit? column)) _columns.Add(field, column = new ColumnEdit(schema, _table.Column(field), _table.Count));
        return (schema, column);
    }

    /// <summary>Whether how rows lie follows from a field.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="field">The field's name.</param>
    internal static bool LiesBy(string table, string field) => table switch
    {
        // Stages, year groups and their classes were worked out of these when the data was read.
        BaseTables.Class or BaseTables.YearGroup => field is StageFacts.Grade or StageFacts.Stage,
        BaseTables.School => field == StageFacts.SchoolingSystem,
        BaseTables.Region => field is BaseTables.Code or "level",
        _ => false,
    };
}
