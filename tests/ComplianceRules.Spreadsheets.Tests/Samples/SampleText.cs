using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Samples;

/// <summary>The sample as text files.</summary>
internal static class SampleText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Ndjson(SampleDocument sample)
    {
        Dictionary<string, JsonElement> head = sample.Root.EnumerateObject().Where(m => m.Name != "schools").ToDictionary(m => m.Name, m => m.Value);
        IEnumerable<string> schools = sample.Root.GetProperty("schools").EnumerateArray().Select(s => JsonSerializer.Serialize(s, Readable));
        return string.Join('\n', [JsonSerializer.Serialize(head, Readable), .. schools, string.Empty]);
    }

    /// <summary>A table with the keys and signs of the format itself.</summary>
    public static string Csv(SampleTable table) => Csv(table, (_, value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(v => v.GetString())),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToString(),
    });

    /// <summary>A table as people write it: titles instead of keys, 是 and 否, one-digit hours.</summary>
    public static string ChineseCsv(SampleTable table, FactSchema schema) => Csv(table, (column, value) => Chinese(schema.Table(table.Name)!.Field(column), value));

    public static string SnapshotCsv(SampleDocument sample, string date) => $"date,title,covers\n{date},{sample.Title},{string.Join('、', sample.Covers)}\n";

    public static string ChineseDay(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("yyyy'/'M'/'d", CultureInfo.InvariantCulture);

    public static string Chinese(FieldSchema? field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join('、', value.EnumerateArray().Select(v => Chinese(field, v))),
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.String when field is { Type: FieldType.Time } => value.GetString()![0] == '0' ? value.GetString()![1..] : value.GetString()!,
        JsonValueKind.String when field?.Options.FirstOrDefault(o => o.Key == value.GetString()) is { } option => option.Title.In(TextLanguage.Chinese),
        _ => value.ToString(),
    };

    private static string Csv(SampleTable table, Func<string, JsonElement, string> text)
    {
        IEnumerable<string> lines = table.Rows.Select(r => string.Join(',', table.Columns.Select(c => r.TryGetValue(c, out JsonElement value) ? text(c, value) : string.Empty)));
        return string.Join('\n', [string.Join(',', table.Columns), .. lines, string.Empty]);
    }
}
