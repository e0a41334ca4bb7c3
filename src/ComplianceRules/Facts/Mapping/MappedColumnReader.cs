using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads where a mapping names columns.</summary>
internal static class MappedColumnReader
{
    private const string Column = "column";
    private const string Text = "text";

    /// <summary>The column under the key <c>column</c>; null where there is none, which is reported.</summary>
    public static MappedColumn? Required(ObjectReader reader) =>
        reader.RequiredText(Column) is { } name ? new MappedColumn(name.Trim(), reader.Node[Column]!.Span) : null;

    /// <summary>Columns that make an id together; any of them may be a text that every record has.</summary>
    /// <param name="reader">The object that names them.</param>
    /// <param name="key">The key it names them by.</param>
    public static ImmutableArray<MappedColumn> OfId(ObjectReader reader, string key)
    {
        ImmutableArray<JsonNode> items = reader.RequiredArray(key);
        if (items.IsEmpty && reader.Node[key] is { Kind: JsonKind.Array } none) reader.Problems.Report(DiagnosticCodes.MappingEmptyList, none.Span, key);
        return [.. items.Select(item => OfId(item, key, reader.Problems)).OfType<MappedColumn>()];
    }

    private static MappedColumn? OfId(JsonNode item, string key, DiagnosticBag problems)
    {
        if (item.Kind != JsonKind.Object) return NodeReader.Text(item, key, problems) is { } name ? new MappedColumn(name.Trim(), item.Span) : null;
        ObjectReader reader = new(item, problems);
        string? text = reader.RequiredText(Text);
        reader.Done();
        return text is null ? null : new MappedColumn(text.Trim(), item.Span) { IsText = true };
    }
}
