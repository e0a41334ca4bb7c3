using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads where the names of the columns stand in a table.</summary>
internal static class SheetShapeReader
{
    private const int LowestRow = 1000;
    private const int MostRows = 10;

    /// <summary>Reads <c>header</c> and <c>transposed</c>.</summary>
    /// <param name="reader">The entry of the table.</param>
    public static SheetShape Read(ObjectReader reader)
    {
        bool transposed = reader.OptionalBool("transposed") ?? false;
        SheetShape usual = SheetShape.Usual with { IsTransposed = transposed };
        if (reader.Optional("header") is not { } header) return usual;
        if (Row(header) is { } only) return new SheetShape(only, only, transposed);
        if (header.Items is [var from, var to] && Row(from) is { } first && Row(to) is { } last && first <= last && last - first < MostRows)
            return new SheetShape(first, last, transposed);
        reader.Problems.Report(DiagnosticCodes.MappingHeader, header.Span, JsonFault.Shown(header.Bytes.Span), Shown(LowestRow), Shown(MostRows));
        return usual;
    }

    private static int? Row(JsonNode node) =>
        node.Kind == JsonKind.Number && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row is >= 1 and <= LowestRow ? row : null;

    private static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);
}
