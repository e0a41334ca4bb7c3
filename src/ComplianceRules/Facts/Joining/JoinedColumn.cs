using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Makes the column of a field of the values that it has in several snapshots.</summary>
/// <param name="field">The field.</param>
/// <param name="rows">For each row where it comes from.</param>
/// <param name="columns">The column in each part; null where the part has none.</param>
internal sealed class JoinedColumn(FieldSchema field, (int Part, int Row)[] rows, FactColumn?[] columns)
{
    private readonly ulong[] _known = new ulong[ValidityBits.Words(rows.Length)];
    private readonly Dictionary<int, UnknownReason> _reasons = [];

    /// <summary>Makes it.</summary>
    public FactColumn Make()
    {
        for (int row = 0; row < rows.Length; row++)
        {
            (int part, int at) = rows[row];
            if (columns[part] is not { } column) continue;
            if (column.IsKnown(at)) ValidityBits.Set(_known, row);
            else if (column.Reasons.Count > 0 && column.Reasons.TryGetValue(at, out UnknownReason reason)) _reasons[row] = reason;
        }

        return field.Type switch
        {
            FieldType.Number => new NumberColumn(field, Values<NumberColumn, double>((c, row) => c[row]), _known, _reasons),
            FieldType.Bool => new BoolColumn(field, Values<BoolColumn, bool>((c, row) => c[row]), _known, _reasons),
            FieldType.Set => new SetColumn(field, Values<SetColumn, ulong>((c, row) => c.Cells.Cells<ulong>()[row]), _known, _reasons),
            FieldType.Date => new DateColumn(field, Values<DateColumn, int>((c, row) => c.Cells.Whole(row)), _known, _reasons),
            FieldType.Time => new TimeColumn(field, Values<TimeColumn, int>((c, row) => c.Cells.Whole(row)), _known, _reasons),
            _ => Texts(),
        };
    }

    private T[] Values<TColumn, T>(Func<TColumn, int, T> value)
        where TColumn : FactColumn
    {
        T[] values = new T[rows.Length];
        for (int row = 0; row < values.Length; row++)
        {
            if (ValidityBits.Get(_known, row)) values[row] = value((TColumn)columns[rows[row].Part]!, rows[row].Row);
        }

        return values;
    }

    private TextColumn Texts()
    {
        TextColumn?[] texts = [.. columns.Cast<TextColumn?>()];
        ImmutableArray<string> first = texts.OfType<TextColumn>().First().Dictionary;
        if (texts.OfType<TextColumn>().All(t => t.Dictionary.AsSpan().SequenceEqual(first.AsSpan())))
            return new TextColumn(field, Values<TextColumn, int>((c, row) => c.Cells.Whole(row)), first, _known, _reasons);
        Dictionary<string, int> codes = new(StringComparer.Ordinal);
        int[]?[] codesOf = [.. texts.Select(t => t?.Dictionary.Select(text => codes.TryAdd(text, codes.Count) ? codes.Count - 1 : codes[text]).ToArray())];
        int[] own = new int[rows.Length];
        for (int row = 0; row < own.Length; row++)
        {
            if (ValidityBits.Get(_known, row)) own[row] = codesOf[rows[row].Part]![texts[rows[row].Part]!.Cells.Whole(rows[row].Row)];
        }

        return new TextColumn(field, own, [.. codes.OrderBy(c => c.Value).Select(c => c.Key)], _known, _reasons);
    }
}
