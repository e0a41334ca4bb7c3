using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Finds rows and facts of a snapshot, and of the one before it, from the rows at hand.</summary>
/// <param name="snapshot">The facts.</param>
/// <param name="earlier">The facts before.</param>
/// <param name="changed">Facts that are to be taken for others; null where none are.</param>
internal sealed class RowReader(Snapshot snapshot, EarlierRows earlier, ChangedFacts? changed = null)
{
    /// <summary>The row that a path means; null where it is not known.</summary>
    public (FactTable Table, int Row)? Find(RowPath path, RowFrames rows)
    {
        (FactTable table, int row) = rows.At(path.Frame);
        bool climbs = path.Above;
        while (climbs || table.Schema.Name != path.Table)
        {
            climbs = false;
            bool ends = row < 0 || table.Schema.Parent is null || (table.Schema.Parent == table.Schema.Name && table.Schema.Name != path.Table);
            if (ends || snapshot.Schema.Table(table.Schema.Parent!) is null) return null;
            row = table.Parent(row);
            table = snapshot.Table(table.Schema.Parent!);
        }

        return row < 0 ? null : (table, row);
    }

    /// <summary>The value of a fact.</summary>
    public Value ValueOf(RowPath path, FieldSchema field, RowFrames rows)
    {
        if (Find(path, rows) is not { } found) return new UnknownValue(UnknownReason.NoParent);
        if (!path.InPrevious) return FactOf(found.Table, found.Row, field);
        return earlier.Find(found.Table, found.Row) is { } before ? Fact(before, field) : new UnknownValue(UnknownReason.NoPrevious);
    }

    /// <summary>The value of a row's fact.</summary>
    public Value FactOf(FactTable table, int row, FieldSchema field) => changed?.At(table, row, field.Name) ?? Fact((table, row), field);

    /// <summary>The rows of a list; where it was not reported, why.</summary>
    public ListRows RowsOf(ChildListPath list, RowFrames rows) => RowsOf(list.Row, list.List, rows);

    /// <summary>The rows of a list; where it was not reported, why.</summary>
    public ListRows RowsOf(RowPath path, string name, RowFrames rows)
    {
        if (Find(path, rows) is not { } found) return ListRows.Unknown(UnknownReason.NoParent);
        if (found.Table.List(name) is not { } list) return ListRows.Unknown(UnknownReason.NotReported);
        if (!list.IsReported(found.Row)) return ListRows.Unknown(list.ReasonAt(found.Row));
        (int start, int end) = list.Rows(found.Row);
        return new ListRows(null, snapshot.Table(list.Table), start, end);
    }

    private static Value Fact((FactTable Table, int Row) found, FieldSchema field)
    {
        (FactTable table, int row) = found;
        if (table.Column(field.Name) is not { } column) return new UnknownValue(UnknownReason.Absent);
        return column.IsKnown(row) ? Known(column, row) : new UnknownValue(column.ReasonAt(row));
    }

    private static Value Known(FactColumn column, int row) => column switch
    {
        NumberColumn numbers => new NumberValue(Rational.OfCell(numbers[row])),
        IntColumn wholes => new NumberValue(Rational.Of(wholes[row])),
        BoolColumn truths => Value.Of(truths[row]),
        TextColumn texts => new TextValue(texts[row]),
        SetColumn sets => SetValue.Of(sets[row]),
        DateColumn days => new DateValue(days[row]),
        TimeColumn times => new TimeValue(times[row]),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}
