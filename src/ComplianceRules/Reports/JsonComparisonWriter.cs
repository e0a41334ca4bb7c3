using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Analysis;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes what became of the findings of an assessment as one indented JSON document.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. The shape is that of <c>comparison.schema.json</c>. May be shared between threads.</remarks>
public static class JsonComparisonWriter
{
    private const int SchemaVersion = 1;
    private const int FlushAt = 1 << 16;

    private static readonly ImmutableArray<FindingTrend> Trends = [.. Enum.GetValues<FindingTrend>()];

    /// <summary>Writes a comparison; the stream stays open.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="output">Where to.</param>
    public static void Write(AssessmentComparison comparison, Stream output)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            WriteSide(json, "before", comparison.Before);
            WriteSide(json, "after", comparison.After);
            JsonValues.WriteTexts(json, "cautions", comparison.Cautions.Select(JsonTrendNames.Of));
            WriteList(json, "packs", comparison.Packs, Write);
            JsonValues.WriteTexts(json, "rulesBefore", comparison.RulesBefore.Select(r => r.Id));
            JsonValues.WriteTexts(json, "rulesAfter", comparison.RulesAfter.Select(r => r.Id));
            WriteList(json, "rows", comparison.Rows, Write);
            WriteCounts(json, comparison.Counts);
            WriteTallies(json, comparison);
            WriteList(json, "persons", comparison.Persons, Write);
            WriteList(json, "findings", comparison.Findings, Write);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteTallies(Utf8JsonWriter json, AssessmentComparison comparison)
    {
        WriteList(json, "rules", comparison.Rules, (_, rule) =>
        {
            json.WriteString("rule", rule.Rule.Id);
            JsonValues.WriteText(json, "title", rule.Rule.Title);
            json.WriteString("area", rule.Rule.Area);
            WriteCounts(json, rule.Counts);
        });
        WriteList(json, "areas", comparison.Areas, (_, area) =>
        {
            json.WriteString("area", area.Area);
            WriteCounts(json, area.Counts);
        });
        WriteList(json, "regions", comparison.Regions, (_, region) =>
        {
            json.WriteString("region", region.Region?.Text);
            json.WriteString("name", region.Name);
            WriteCounts(json, region.Counts);
        });
        WriteList(json, "schools", comparison.Schools, (_, school) =>
        {
            json.WriteString("id", school.School.Id);
            json.WriteString("name", school.School.Name);
            json.WriteString("region", school.Region?.Text);
            WriteCounts(json, school.Counts);
        });
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
            if (json.BytesPending > FlushAt) json.Flush();
        }

        json.WriteEndArray();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, RecordedAssessment assessment)
    {
        json.WriteStartObject(name);
        JsonValues.WriteDate(json, "asOf", assessment.AsOf);
        json.WriteString("only", assessment.Only?.Text);
        json.WriteBoolean("listsAll", assessment.ListsAll);
        json.WriteBoolean("tellsRows", assessment.TellsRows);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackTrend pack)
    {
        json.WriteString("id", pack.Id);
        WritePack(json, "before", pack.Before);
        WritePack(json, "after", pack.After);
    }

    private static void WritePack(Utf8JsonWriter json, string name, PackIdentity? pack)
    {
        if (pack is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("version", pack.Version);
        json.WriteString("region", pack.Region?.Text);
        json.WriteString("sha256", pack.Sha256);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RowTrend rows)
    {
        json.WriteString("table", rows.Table);
        WriteCount(json, "before", rows.Before);
        WriteCount(json, "after", rows.After);
    }

    private static void Write(Utf8JsonWriter json, PersonalTrend persons)
    {
        json.WriteString("rule", persons.Rule.Id);
        JsonValues.WriteText(json, "title", persons.Rule.Title);
        WriteCount(json, "nonCompliantBefore", persons.BrokenBefore);
        WriteCount(json, "nonCompliantAfter", persons.BrokenAfter);
        WriteCount(json, "undeterminedBefore", persons.UnknownBefore);
        WriteCount(json, "undeterminedAfter", persons.UnknownAfter);
    }

    private static void Write(Utf8JsonWriter json, ComparedFinding finding)
    {
        json.WriteString("rule", finding.Rule);
        FindingJson.WriteSubject(json, "subject", finding.Subject);
        FindingJson.WritePlace(json, finding.Place);
        json.WriteString("trend", JsonTrendNames.Of(finding.Trend));
        json.WriteString("severity", FindingNames.Of(finding.Severity));
        json.WriteString("stateBefore", JsonTrendNames.Of(finding.StateBefore));
        json.WriteString("stateAfter", JsonTrendNames.Of(finding.StateAfter));
        json.WriteBoolean("limitChanged", finding.LimitChanged);
        if (finding.Gain is { } gain) json.WriteNumber("gain", gain);
        else json.WriteNull("gain");
        WriteFinding(json, "before", finding.Before);
        WriteFinding(json, "after", finding.After);
    }

    private static void WriteFinding(Utf8JsonWriter json, string name, RecordedFinding? finding)
    {
        if (finding is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("pack", finding.Pack);
        JsonValues.WriteCount(json, "rows", finding.Rows);
        json.WriteString("verdict", FindingNames.Of(finding.Verdict));
        json.WriteString("severity", FindingNames.Of(finding.Severity));
        json.WriteString("observed", finding.Observed);
        json.WriteString("unit", finding.Unit);
        json.WriteString("limit", finding.Limit);
        if (finding.Margin is { } margin) json.WriteNumber("margin", margin);
        else json.WriteNull("margin");
        JsonValues.WriteText(json, "message", finding.Message);
        JsonValues.WriteTexts(json, "missing", finding.Missing);
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, ShownCount? count)
    {
        if (count is { } known) JsonValues.WriteCount(json, name, known);
        else json.WriteNull(name);
    }

    private static void WriteCounts(Utf8JsonWriter json, TrendCounts counts)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("brokenBefore", counts.BrokenBefore);
        json.WriteNumber("brokenAfter", counts.BrokenAfter);
        foreach (FindingTrend trend in Trends) json.WriteNumber(JsonTrendNames.Of(trend), counts[trend]);
        json.WriteEndObject();
    }
}
