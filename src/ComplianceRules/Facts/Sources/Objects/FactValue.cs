using System.Collections.Immutable;
using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>The value of one fact of whichever type, for applications that know the names of facts only when they run.</summary>
/// <remarks>
/// Immutable. Made by conversion: <c>Facts = { ["enrolment"] = 46, ["boarding"] = true }</c>. The default says nothing, so that the fact is unknown. A value of another type than its
/// field is unknown and listed: the text <c>"46"</c> is no number.
/// </remarks>
public readonly record struct FactValue
{
    private FactValue(FieldType type, CellValue cell) => (Type, Cell) = (type, cell);

    /// <summary>The type of field that it is for; a text is for enums too. Null where it says nothing.</summary>
    public FieldType? Type { get; }

    private CellValue Cell { get; }

    /// <summary>A number, in the field's unit.</summary>
    /// <param name="number">The number; more than 15 significant digits are rounded; NaN and infinities cannot be used and are listed.</param>
    public static implicit operator FactValue(double number) => new(FieldType.Number, ObjectCell.Of(number));

    /// <summary>A number, in the field's unit.</summary>
    /// <param name="number">The number; more than 15 significant digits are rounded.</param>
    public static implicit operator FactValue(decimal number) => new(FieldType.Number, ObjectCell.Of(number));

    /// <summary>A whole number, in the field's unit.</summary>
    /// <param name="number">The number; more than 15 digits are rounded.</param>
    public static implicit operator FactValue(long number) => new(FieldType.Number, ObjectCell.Of(number));

    /// <summary>A whole number, in the field's unit.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator FactValue(int number) => new(FieldType.Number, ObjectCell.Of((long)number));

    /// <summary>A truth.</summary>
    /// <param name="truth">The truth.</param>
    public static implicit operator FactValue(bool truth) => new(FieldType.Bool, CellValue.Of(truth));

    /// <summary>A text, or the key of an enum; null says nothing.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator FactValue(string? text) => text is null ? default : new(FieldType.Text, ObjectCell.Of(text));

    /// <summary>The keys of a set, empty for none of them; null says nothing.</summary>
    /// <param name="keys">The keys.</param>
    public static implicit operator FactValue(string[]? keys) => keys is null ? default : new(FieldType.Set, ObjectCell.Of((IEnumerable<string>)keys));

    /// <summary>A day.</summary>
    /// <param name="day">The day.</param>
    public static implicit operator FactValue(DateOnly day) => new(FieldType.Date, CellValue.Of(day));

    /// <summary>A time of the day.</summary>
    /// <param name="time">The time; seconds cannot be used and are listed.</param>
    public static implicit operator FactValue(TimeOnly time) => new(FieldType.Time, ObjectCell.Of(time.ToTimeSpan()));

    /// <summary>A time since the midnight of the day it belongs to, below 48 hours.</summary>
    /// <param name="time">The time; seconds cannot be used and are listed.</param>
    public static implicit operator FactValue(TimeSpan time) => new(FieldType.Time, ObjectCell.Of(time));

    /// <summary>The value as a field takes it: of another type than the field it cannot be used.</summary>
    /// <param name="field">The field.</param>
    internal CellValue For(FieldSchema field)
    {
        if (Type is not { } type) return CellValue.Absent;
        return type == field.Type || (type == FieldType.Text && field.Type == FieldType.Enum) ? Cell : CellValue.Unusable(Shown(type));
    }

    private string Shown(FieldType type) => type switch
    {
        _ when Cell.Text is not null => Cell.Text,
        FieldType.Set => string.Join(',', Cell.Keys.IsDefault ? ImmutableArray<string>.Empty : Cell.Keys),
        FieldType.Time => TimeScale.Format((int)Cell.Number),
        FieldType.Date => DateOnly.FromDayNumber((int)Cell.Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Bool => Cell.Number != 0 ? "true" : "false",
        _ => Cell.Number.ToString("R", CultureInfo.InvariantCulture),
    };
}
