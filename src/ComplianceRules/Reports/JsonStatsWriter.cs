using System.Text.Json;
using ComplianceRules.Analysis;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>Writes what packs hold, counted, as one indented JSON document.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. The shape is that of <c>stats.schema.json</c>. May be shared between threads.</remarks>
public static class JsonStatsWriter
{
    private const int SchemaVersion = 1;

    /// <summary>Writes counts; the stream stays open.</summary>
    /// <param name="statistics">What is written.</param>
    /// <param name="output">Where to.</param>
    public static void Write(PackStatistics statistics, Stream output)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            WriteTotals(json, statistics);
            Write(json, statistics.Rules);
            json.WriteStartArray("packs");
            foreach (PackCounts pack in statistics.Packs) Write(json, pack);
            json.WriteEndArray();
            json.WriteStartArray("tables");
            foreach (TableCounts table in statistics.Tables) Write(json, table);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteTotals(Utf8JsonWriter json, PackStatistics statistics)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("packs", statistics.Packs.Length);
        json.WriteNumber("templates", statistics.Templates);
        json.WriteNumber("schoolPacks", statistics.SchoolPacks);
        json.WriteNumber("rules", statistics.Rules.All);
        json.WriteNumber("instruments", statistics.Packs.Sum(p => p.Instruments));
        json.WriteNumber("parameters", statistics.Packs.Sum(p => p.Parameters));
        json.WriteNumber("values", statistics.Packs.Sum(p => p.Values));
        json.WriteNumber("fields", statistics.Tables.Sum(t => t.Fields));
        json.WriteNumber("derivedFields", statistics.Tables.Sum(t => t.DerivedFields));
        json.WriteNumber("cases", statistics.Packs.Sum(p => p.Cases));
        WriteCounts(json, "instrumentsByCertainty", statistics.InstrumentsByCertainty.Select(c => (FindingNames.Of(c.Key), c.Value)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackCounts counts)
    {
        RulePack pack = counts.Pack;
        json.WriteStartObject();
        json.WriteString("id", pack.Id);
        json.WriteString("version", pack.Version.ToNormalizedString());
        JsonValues.WriteText(json, "title", pack.Title);
        json.WriteString("region", pack.Region?.Text);
        json.WriteBoolean("template", pack.IsTemplate);
        JsonValues.WriteTexts(json, "schools", pack.Schools);
        Write(json, counts.Rules);
        json.WriteNumber("instruments", counts.Instruments);
        json.WriteNumber("parameters", counts.Parameters);
        json.WriteNumber("values", counts.Values);
        json.WriteNumber("fields", counts.Fields);
        json.WriteNumber("derivedFields", counts.DerivedFields);
        json.WriteNumber("cases", counts.Cases);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RuleCounts rules)
    {
        json.WriteStartObject("rules");
        json.WriteNumber("all", rules.All);
        json.WriteNumber("replacements", rules.Replacements);
        WriteCounts(json, "byArea", rules.ByArea.Select(c => (c.Key, c.Value)));
        WriteCounts(json, "byKind", rules.ByKind.Select(c => (c.Key, c.Value)));
        WriteCounts(json, "byBinding", rules.ByBinding.Select(c => (FindingNames.Of(c.Key), c.Value)));
        WriteCounts(json, "byCertainty", rules.ByCertainty.Select(c => (FindingNames.Of(c.Key), c.Value)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TableCounts counts)
    {
        json.WriteStartObject();
        json.WriteString("table", counts.Table.Name);
        JsonValues.WriteText(json, "title", counts.Table.Title);
        json.WriteNumber("fields", counts.Fields);
        json.WriteNumber("derivedFields", counts.DerivedFields);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IEnumerable<(string Name, int Count)> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, int count) in counts) json.WriteNumber(key, count);
        json.WriteEndObject();
    }
}
