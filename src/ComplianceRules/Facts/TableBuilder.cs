using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>The rows of one table while they are gathered.</summary>
/// <remarks>For one thread. Each <c>Set</c> answers whether the value can be used; where it cannot, the fact is unknown with the reason and the caller reports it with its place.</remarks>
public sealed class TableBuilder
{
    private readonly Dictionary<string, ColumnBuilder> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowBits> _reported = new(StringComparer.Ordinal);
    private readonly HashSet<(int Row, string List)> _withheld = [];
    private (string? Name, RowBits? Rows) _lastList;
    private int _objects;

    internal TableBuilder(TableSchema schema)
    {
        Schema = schema;
        Rows = new RowStore(schema.HasGlobalIds);
    }

    /// <summary>What the rows are.</summary>
    public TableSchema Schema { get; }

    /// <summary>How many rows there are so far.</summary>
    public int Count => Rows.Count;

    /// <summary>Ids, parents and places of the rows.</summary>
    internal RowStore Rows { get; }

    /// <summary>The columns that rows have given so far, in the ordinal order of their fields.</summary>
    internal IEnumerable<ColumnBuilder> Columns => _columns.Values.Where(c => c.IsTouched).OrderBy(c => c.Field.Name, StringComparer.Ordinal);

    /// <summary>Adds a row.</summary>
    /// <param name="id">The row's id.</param>
    /// <param name="parent">The row above, in the builder of the table above; -1 where it is not known.</param>
    /// <returns>The row; -1 where the id is taken.</returns>
    /// <exception cref="ArgumentException">The id has half a character, so that it is no text.</exception>
    public int Add(string id, int parent)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Rows.Add(id, parent);
    }

    /// <summary>Finds a row.</summary>
    /// <param name="id">The row's id.</param>
    /// <param name="parent">The row above where ids are unique only there; else it does not matter.</param>
    /// <returns>The row; -1 where there is none.</returns>
    public int Find(string id, int parent)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Rows.Find(id, parent);
    }

    /// <summary>Says where a row stands, for what can be judged only when all rows are there.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">Where it stands; its length and its line's text are not kept.</param>
    public void Locate(int row, SourceSpan place)
    {
        ArgumentNullException.ThrowIfNull(place);
        Rows.Enter(place.File, place.Sheet);
        Rows.Locate(row, place.Line, place.Column);
    }

    /// <summary>Sets a number, in the field's unit; out of range or off the step is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A number field of the table.</param>
    /// <param name="value">The number, already rounded to 15 significant digits; finite. One that such a rounding would put on a step of the field is taken for that step.</param>
    public bool SetNumber(int row, FieldSchema field, double value)
    {
        ArgumentNullException.ThrowIfNull(field);
        return ((NumberColumnBuilder)ColumnOf(field)).Set(row, value);
    }

    /// <summary>Sets a truth value.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A bool field of the table.</param>
    /// <param name="value">The value.</param>
    public bool SetBool(int row, FieldSchema field, bool value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ((BoolColumnBuilder)ColumnOf(field)).Set(row, value);
        return true;
    }

    /// <summary>Sets a text, or an enum by its key; a key that the field does not declare is unknown, and so is a text with half a character.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A text or enum field of the table.</param>
    /// <param name="value">The text or key.</param>
    public bool SetText(int row, FieldSchema field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        return ColumnOf(field) is EnumColumnBuilder options ? options.SetCode(row, field.OptionAt(value)) : ((TextColumnBuilder)ColumnOf(field)).Set(row, value);
    }

    /// <summary>Sets a set by its keys; where one is not declared the whole set is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A set field of the table.</param>
    /// <param name="keys">The keys; twice is once.</param>
    public bool SetSet(int row, FieldSchema field, IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(keys);
        ulong members = 0;
        bool possible = true;
        foreach (string key in keys)
        {
            int option = field.OptionAt(key);
            if (option is < 0 or >= ValidityBits.PerWord) possible = false;
            else members |= 1UL << option;
        }

        if (possible) ((SetColumnBuilder)ColumnOf(field)).Set(row, members);
        else SetUnknown(row, field, UnknownReason.OutOfRange);
        return possible;
    }

    /// <summary>Sets a day.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A date field of the table.</param>
    /// <param name="value">The day.</param>
    public bool SetDate(int row, FieldSchema field, DateOnly value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ((DateColumnBuilder)ColumnOf(field)).Set(row, value.DayNumber);
        return true;
    }

    /// <summary>Sets a time of day; it is placed on the field's scale, and outside the scale it is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A time field of the table.</param>
    /// <param name="minutes">Minutes after midnight.</param>
    public bool SetTime(int row, FieldSchema field, int minutes)
    {
        ArgumentNullException.ThrowIfNull(field);
        return ((TimeColumnBuilder)ColumnOf(field)).Set(row, minutes);
    }

    /// <summary>Says that a value was given and cannot be used.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">The field.</param>
    /// <param name="reason">Why not.</param>
    public void SetUnknown(int row, FieldSchema field, UnknownReason reason)
    {
        ArgumentNullException.ThrowIfNull(field);
        ColumnOf(field).SetUnknown(row, reason);
    }

    /// <summary>Says that a row's list of child rows is whole: what is not in it is not there.</summary>
    /// <param name="row">The row.</param>
    /// <param name="list">The list's name, such as <c>classes</c>.</param>
    public void ReportList(int row, string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        // Mostly the list reported last is reported of the next row.
        if (_lastList.Name != list) _lastList = (list, ReportedRows(list));
        _lastList.Rows!.Set(row);
    }

    /// <summary>Says whether a row's list is whole, whatever rows there are: what the row itself says counts.</summary>
    internal void SayList(int row, string list, bool isWhole)
    {
        if (isWhole) ReportList(row, list);
        else _withheld.Add((row, list));
    }

    /// <summary>Takes back what rows said of a list.</summary>
    /// <returns>Whether a row had said that it is whole.</returns>
    internal bool TakeBack(string list)
    {
        _lastList = default;
        return _reported.Remove(list);
    }

    /// <summary>Whether a row's list was said to be whole.</summary>
    internal bool IsListReported(int row, string list) =>
        _reported.TryGetValue(list, out RowBits? rows) && rows[row] && !IsListWithheld(row, list);

    /// <summary>Whether a row says itself that its list is not whole, which counts whatever follows from other rows.</summary>
    internal bool IsListWithheld(int row, string list) => _withheld.Count > 0 && _withheld.Contains((row, list));

    /// <summary>For each row, whether its list was said to be whole.</summary>
    internal bool[] ListsReported(string list)
    {
        bool[] reported = new bool[Rows.Length];
        if (!_reported.TryGetValue(list, out RowBits? rows)) return reported;
        for (int row = 0; row < reported.Length; row++) reported[row] = rows[row] && !IsListWithheld(row, list);
        return reported;
    }

    /// <summary>Whether any row's list was said to be whole.</summary>
    internal bool IsListEverReported(string list) => _reported.ContainsKey(list);

    /// <summary>Whether a row says anything of a field, be it unusable.</summary>
    internal bool IsGiven(int row, string field) => _columns.TryGetValue(field, out ColumnBuilder? column) && column.IsGiven(row);

    /// <summary>The number of a row; null where it is not known.</summary>
    internal double? NumberAt(int row, string field) => (_columns.GetValueOrDefault(field) as NumberColumnBuilder)?[row];

    /// <summary>The text or enum key of a row; null where it is not known.</summary>
    internal string? TextAt(int row, string field) => _columns.GetValueOrDefault(field) switch
    {
        TextColumnBuilder texts => texts[row],
        EnumColumnBuilder options when options[row] is >= 0 and int option => options.Field.Options[option].Key,
        _ => null,
    };

    /// <summary>The column of a field, got once and used for every row; its kind goes by the field's type.</summary>
    internal ColumnBuilder ColumnOf(FieldSchema field)
    {
        if (_columns.TryGetValue(field.Name, out ColumnBuilder? column)) return column;
        column = field.Type switch
        {
            FieldType.Number => new NumberColumnBuilder(field, Rows.Expected),
            FieldType.Bool => new BoolColumnBuilder(field, Rows.Expected),
            FieldType.Enum => new EnumColumnBuilder(field, Rows.Expected),
            FieldType.Set => new SetColumnBuilder(field, Rows.Expected),
            FieldType.Date => new DateColumnBuilder(field, Rows.Expected),
            FieldType.Time => new TimeColumnBuilder(field, Rows.Expected),
            _ => new TextColumnBuilder(field, Rows.Expected),
        };
        _columns.Add(field.Name, column);
        return column;
    }

    /// <summary>The number of an object that is to become a row, from 1.</summary>
    internal int CountObject() => ++_objects;

    private RowBits ReportedRows(string list)
    {
        if (!_reported.TryGetValue(list, out RowBits? rows)) _reported.Add(list, rows = new RowBits());
        return rows;
    }
}
