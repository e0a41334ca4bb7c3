using System.Collections;
using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Interop;

namespace ComplianceRules.RulesEngine;

/// <summary>Makes objects of the rows of a snapshot; a row that several others read is one object.</summary>
/// <remarks>For one thread and one run.</remarks>
/// <param name="snapshot">The facts.</param>
internal sealed class RowObjects(Snapshot snapshot)
{
    private readonly Dictionary<(RowType Type, int Row), RowObject> _made = [];

    /// <summary>The object of a row.</summary>
    /// <param name="type">Its class.</param>
    /// <param name="row">The row, from 0.</param>
    public RowObject Of(RowType type, int row)
    {
        if (_made.TryGetValue((type, row), out RowObject? known)) return known;
        FactTable table = snapshot.Table(type.Table);
        object made = type.Create();
        FieldSchema? unsaid = null;
        foreach (FieldSchema field in type.Fields)
        {
            if (table.Column(field.Name) is not { } column || !column.IsKnown(row)) continue;
            object value = ValueOf(column, row);
            if (value is decimal number && !IsKept(number, column, row)) unsaid = field;
            type.Set(made, field.Name, value);
        }

        if (type.Above is { } above && table.Parent(row) >= 0)
        {
            RowObject parent = Of(above, table.Parent(row));
            type.Set(made, above.Table, parent.Value);
            unsaid ??= parent.Unsaid;
        }

        foreach ((string name, RowType item) in type.Lists)
        {
            (IList? items, FieldSchema? fault) = ItemsOf(table.List(name), item, row);
            type.Set(made, name, items);
            unsaid ??= fault;
        }

        return _made[(type, row)] = new RowObject(made, unsaid);
    }

    private (IList? Items, FieldSchema? Unsaid) ItemsOf(ChildList? list, RowType item, int row)
    {
        if (list is null || !list.IsReported(row)) return (null, null);
        IList items = item.CreateList();
        FieldSchema? unsaid = null;
        (int start, int end) = list.Rows(row);
        for (int at = start; at < end; at++)
        {
            RowObject made = Of(item, at);
            items.Add(made.Value);
            unsaid ??= made.Unsaid;
        }

        return (items, unsaid);
    }

    private static object ValueOf(FactColumn column, int row) => column switch
    {
        NumberColumn numbers => DecimalOf(numbers[row]),
        BoolColumn truths => truths[row],
        TextColumn texts => texts[row],
        SetColumn sets => sets[row].ToList(),
        DateColumn days => days[row].ToDateTime(TimeOnly.MinValue),
        TimeColumn times => (decimal)times[row],
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    // The shortest decimal of the double is the number that the data wrote.
    private static decimal DecimalOf(double number) =>
        decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : decimal.MaxValue;

    private static bool IsKept(decimal value, FactColumn column, int row) => column is not NumberColumn numbers
        || ((double)value == numbers[row] && (numbers.Field.Step is not null || decimal.Round(value, ExportedRow.MostDecimals) == value));
}
