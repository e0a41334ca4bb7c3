using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>The type that an expression is made of: two of one type go together wherever both are sure of it.</summary>
/// <param name="Kind">What kind of value.</param>
/// <param name="Of">The unit of a number, empty where a literal's; the keys of an enum or set; the scale of a time that passes 24:00.</param>
internal readonly record struct MadeType(FieldType Kind, string Of = "")
{
    public static MadeType Bool { get; } = new(FieldType.Bool);

    public static MadeType Text { get; } = new(FieldType.Text);

    public static MadeType Date { get; } = new(FieldType.Date);

    public static MadeType Day { get; } = new(FieldType.Time);

    public static MadeType Bare { get; } = new(FieldType.Number);

    public bool IsOrdered => Kind is FieldType.Number or FieldType.Date or FieldType.Time;

    public static MadeType Number(string unit) => new(FieldType.Number, unit);

    /// <summary>The type of a checked expression that is no list.</summary>
    public static MadeType OfChecked(ExpressionType type) => type.Kind switch
    {
        FieldType.Number => new(type.Kind, type.Unit?.Text ?? string.Empty),
        FieldType.Enum or FieldType.Set => new(type.Kind, string.Join(' ', type.Options)),
        FieldType.Time when type.Scale is { PassesMidnight: true } scale => new(type.Kind, $"{scale.Low}-{scale.High}"),
        _ => new(type.Kind),
    };
}
