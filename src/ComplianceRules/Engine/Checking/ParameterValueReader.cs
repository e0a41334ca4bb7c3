using System.Globalization;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>Reads the values that parameters have in packs and cases.</summary>
internal static class ParameterValueReader
{
    /// <summary>The value of a type; null where the JSON is not of that type.</summary>
    /// <param name="node">The JSON value.</param>
    /// <param name="type">The type.</param>
    public static Value? Read(JsonNode node, FieldType type) => (type, node.Kind) switch
    {
        (FieldType.Number, JsonKind.Number) => new NumberValue(Rational.Parse(node.Text)),
        (FieldType.Bool, JsonKind.Bool) => Value.Of(node.Truth),
        (FieldType.Text or FieldType.Enum, JsonKind.Text) => new TextValue(node.Text),
        (FieldType.Date, JsonKind.Text) => DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? new DateValue(day) : null,
        (FieldType.Time, JsonKind.Text) => TimeScale.TryParse(node.Text, out int minutes) ? new TimeValue(minutes) : null,
        (FieldType.Set, JsonKind.Array) => node.Items.All(i => i.Kind == JsonKind.Text) ? SetValue.Of(node.Items.Select(i => i.Text)) : null,
        _ => null,
    };
}
