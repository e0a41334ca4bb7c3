using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

/// <summary>Makes columns of rows.</summary>
internal static class SampleColumns
{
    /// <summary>The column of a field; null where no row says anything of it.</summary>
    public static FactColumn? Of(FieldSchema field, IReadOnlyList<SampleRow> rows)
    {
        if (!rows.Any(r => r.ContainsKey(field.Name))) return null;
        object?[] cells = [.. rows.Select(r => r.GetValueOrDefault(field.Name))];
        ulong[] known = new ulong[(rows.Count + 63) / 64];
        Dictionary<int, UnknownReason> reasons = [];
        for (int row = 0; row < cells.Length; row++)
        {
            if (cells[row] is UnknownReason reason) reasons[row] = reason;
            else if (cells[row] is not null) known[row >> 6] |= 1UL << (row & 63);
        }

        return Made(field, [.. cells.Select(c => c is UnknownReason ? null : c)], known, reasons);
    }

    private static FactColumn Made(FieldSchema field, object?[] cells, ulong[] known, Dictionary<int, UnknownReason> reasons) => field.Type switch
    {
        FieldType.Number => new NumberColumn(field, [.. cells.Select(c => Convert.ToDouble(c ?? 0, System.Globalization.CultureInfo.InvariantCulture))], known, reasons),
        FieldType.Bool => new BoolColumn(field, [.. cells.Select(c => c is true)], known, reasons),
        FieldType.Set => new SetColumn(field, [.. cells.Select(c => Members(field, ((string?)c ?? string.Empty).Split(' ')))], known, reasons),
        FieldType.Date => new DateColumn(field, [.. cells.Select(c => ((DateOnly?)c)?.DayNumber ?? 0)], known, reasons),
        FieldType.Time => new TimeColumn(field, [.. cells.Select(c => c is string clock ? Placed(field, clock) : 0)], known, reasons),
        _ => new TextColumn(field, [.. Enumerable.Range(0, cells.Length)], [.. cells.Select(c => (string?)c ?? string.Empty)], known, reasons),
    };

    private static int Placed(FieldSchema field, string clock) => TimeScale.TryParse(clock, out int minutes) ? field.Scale!.Place(minutes) : throw new FormatException(clock);

    private static ulong Members(FieldSchema field, string[] keys) =>
        field.Options.Select((o, i) => keys.Contains(o.Key) ? 1UL << i : 0).Aggregate(0UL, (all, bit) => all | bit);
}
