using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Tests.Forms;

namespace ComplianceRules.Spreadsheets.Tests.Samples;

/// <summary>The sample as a form that was filled in.</summary>
internal static class SampleWorkbook
{
    private static readonly RegionCode Gaoqing = RegionCode.Parse("370322");

    public static byte[] Make(SampleDocument sample, Catalogue packs)
    {
        using MemoryStream form = new();
        SnapshotForm.WriteWorkbook(NeededFacts.Of(packs, new RunOptions { Only = Gaoqing }), form);
        return Fill(form.ToArray(), sample, packs.Schema);
    }

    /// <summary>Fills the sample into a form for its region.</summary>
    public static byte[] Fill(byte[] form, SampleDocument sample, FactSchema schema) =>
        FilledForm.Of(form, new Dictionary<string, IEnumerable<IReadOnlyDictionary<string, object>>>
        {
            ["snapshot"] = [new Dictionary<string, object> { ["date"] = DateOnly.ParseExact(sample.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture), ["title"] = sample.Title, ["covers"] = string.Join('、', sample.Covers) }],
            ["school"] = sample.Schools.Rows.Select(r => Row(r, schema.Table("school")!)),
            ["class"] = sample.ClassRows.Rows.Select(r => Row(r, schema.Table("class")!)),
        });

    /// <summary>The texts of a workbook's parts, by name.</summary>
    public static IEnumerable<string> Parts(byte[] workbook)
    {
        using ZipArchive archive = new(new MemoryStream(workbook));
        List<string> parts = [];
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using StreamReader text = new(entry.Open());
            parts.Add($"{entry.FullName}: {text.ReadToEnd()}");
        }

        return parts;
    }

    private static Dictionary<string, object> Row(IReadOnlyDictionary<string, JsonElement> row, TableSchema table) =>
        row.ToDictionary(m => m.Key, m => Value(table.Field(m.Key), m.Value), StringComparer.Ordinal);

    private static object Value(FieldSchema? field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ when field is { Type: FieldType.Time } => TimeSpan.ParseExact(value.GetString()!, "hh\\:mm", CultureInfo.InvariantCulture),
        _ => SampleText.Chinese(field, value),
    };
}
