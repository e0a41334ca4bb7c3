using System.Text.Json;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>How a measure is spread, as JSON for a page.</summary>
internal static class MeasureJson
{
    /// <summary>Writes one; bins as arrays of both ends, kept, broken and open, limits as arrays of value, whether it is an upper one, and rows.</summary>
    public static void Write(Utf8JsonWriter json, MeasureOverview measure)
    {
        json.WriteStartObject();
        json.WriteString("rule", measure.Rule);
        json.WriteString("pack", measure.Pack);
        ReportJson.WriteText(json, "measure", measure.Measure);
        json.WriteNumber("type", (int)measure.Type);
        json.WriteString("unit", measure.Unit);
        ReportJson.WriteArray(json, "bins", measure.Bins, WriteBin);
        ReportJson.WriteArray(json, "limits", measure.Limits, WriteLimit);
        json.WriteNumber("unknown", measure.Unknown);
        json.WriteNumber("rows", measure.Rows);
        json.WriteEndObject();
    }

    private static void WriteBin(Utf8JsonWriter json, MeasureBin bin)
    {
        json.WriteStartArray();
        json.WriteNumberValue(bin.From);
        json.WriteNumberValue(bin.To);
        json.WriteNumberValue(bin.Kept);
        json.WriteNumberValue(bin.Broken);
        json.WriteNumberValue(bin.Open);
        json.WriteEndArray();
    }

    private static void WriteLimit(Utf8JsonWriter json, MeasureLimit limit)
    {
        json.WriteStartArray();
        json.WriteNumberValue(limit.Value);
        json.WriteBooleanValue(limit.IsUpper);
        json.WriteNumberValue(limit.Rows);
        json.WriteEndArray();
    }
}
