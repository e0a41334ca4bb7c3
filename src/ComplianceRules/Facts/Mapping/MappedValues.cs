using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads the values of facts that a mapping itself gives.</summary>
/// <param name="problems">Takes those that a field cannot have.</param>
internal sealed class MappedValues(DiagnosticBag problems)
{
    /// <summary>Reads a value as what a field wants; null means that nothing is known.</summary>
    /// <returns>The value; absent where it cannot be used, which is reported.</returns>
    public CellValue Read(JsonNode node, FieldSchema field)
    {
        if (node.Kind == JsonKind.Null) return CellValue.Absent;
        if (Value(node, field) is { } value) return value;
        IEnumerable<string> keys = field.Options.Select(o => o.Key);
        problems.Add(new Diagnostic(DiagnosticCodes.MappingValue, node.Span, JsonFault.Shown(node.Bytes.Span), field.Name)
        {
            DidYouMean = node.Kind == JsonKind.Text && node.Text.Length > 0 ? NearestName.Of(node.Text, keys) : null,
        });
        return CellValue.Absent;
    }

    private static CellValue? Value(JsonNode node, FieldSchema field) => (field.Type, node.Kind) switch
    {
        (FieldType.Number, JsonKind.Number) when FactNumber.TryParse(node.Text, out double number) && field.Allows(number) => CellValue.Of(number),
        (FieldType.Bool, JsonKind.Bool) => CellValue.Of(node.Truth),
        (FieldType.Text, JsonKind.Text) => CellValue.Of(node.Text),
        (FieldType.Enum, JsonKind.Text) when field.HasOption(node.Text) => CellValue.Of(node.Text),
        (FieldType.Set, JsonKind.Array) when node.Items.All(i => i.Kind == JsonKind.Text && field.HasOption(i.Text)) => Keys(node.Items),
        (FieldType.Set, JsonKind.Text) when field.HasOption(node.Text) => Keys([node]),
        (FieldType.Date, JsonKind.Text) when CellDate.TryDay(node.Text, "yyyy-MM-dd", out DateOnly day) => CellValue.Of(day),
        (FieldType.Time, JsonKind.Text) when TimeScale.TryParse(node.Text, out int minutes) => CellValue.Of((double)minutes),
        _ => null,
    };

    private static CellValue Keys(ImmutableArray<JsonNode> items) => CellValue.Of([.. items.Select(i => i.Text)]);
}
