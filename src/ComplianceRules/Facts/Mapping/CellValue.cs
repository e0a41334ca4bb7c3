using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>What a cell says, as the type of its field wants it.</summary>
internal readonly record struct CellValue
{
    /// <summary>Nothing is said.</summary>
    public static CellValue Absent { get; } = new() { Unknown = UnknownReason.Absent };

    /// <summary>Something of another type is said.</summary>
    public static CellValue WrongType { get; } = new() { Unknown = UnknownReason.WrongType };

    /// <summary>Something is said that the field cannot have.</summary>
    public static CellValue OutOfRange { get; } = new() { Unknown = UnknownReason.OutOfRange };

    /// <summary>Why there is no value; null where there is one.</summary>
    public UnknownReason? Unknown { get; private init; }

    /// <summary>A number; 1 or 0 for true and false; minutes after midnight; the day's number.</summary>
    public double Number { get; private init; }

    /// <summary>A text or an enum's key.</summary>
    public string? Text { get; private init; }

    /// <summary>The keys of a set.</summary>
    public ImmutableArray<string> Keys { get; private init; }

    /// <summary>Something of another type, as a message shows it.</summary>
    public static CellValue Unusable(string shown) => WrongType with { Text = shown };

    public static CellValue Of(double number) => new() { Number = number };

    public static CellValue Of(bool truth) => new() { Number = truth ? 1 : 0 };

    public static CellValue Of(string text) => new() { Text = text };

    public static CellValue Of(DateOnly date) => new() { Number = date.DayNumber };

    public static CellValue Of(ImmutableArray<string> keys) => new() { Keys = keys };

    /// <summary>Gives a row the value.</summary>
    /// <returns>Why the value given cannot be used; null where it can, or where nothing is given.</returns>
    public UnknownReason? Set(TableBuilder rows, int row, FieldSchema field)
    {
        if (Unknown == UnknownReason.Absent) return null;
        if (Unknown is { } reason)
        {
            rows.SetUnknown(row, field, reason);
            return reason;
        }

        bool usable = field.Type switch
        {
            FieldType.Number => rows.SetNumber(row, field, Number),
            FieldType.Bool => rows.SetBool(row, field, Number != 0),
            FieldType.Set => rows.SetSet(row, field, Keys),
            FieldType.Date => rows.SetDate(row, field, DateOnly.FromDayNumber((int)Number)),
            FieldType.Time => rows.SetTime(row, field, (int)Number),
            _ => rows.SetText(row, field, Text ?? string.Empty),
        };
        return usable ? null : UnknownReason.OutOfRange;
    }
}
