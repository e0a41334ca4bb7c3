using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What a page shows first, as JSON: packs, counts, rules, data, persons, waivers and the page's own texts.</summary>
/// <param name="assessment">The assessment.</param>
/// <param name="units">The units that the page speaks of.</param>
internal sealed class HtmlHead(Assessment assessment, IEnumerable<string> units)
{
    /// <summary>The prefix of the keys of texts that a page carries.</summary>
    public const string TextPrefix = "html.";

    /// <summary>The most problems of the data, and the most counts of persons, that a page carries; of more than that it says how many there are.</summary>
    public const int MostTold = 500;

    /// <summary>Writes everything into an object that is open.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="matrix">What was found of schools.</param>
    /// <param name="listing">What is listed and what is not.</param>
    /// <param name="language">The language that the page begins with.</param>
    public void Write(Utf8JsonWriter json, SchoolMatrix matrix, HtmlListing listing, TextLanguage language)
    {
        json.WriteString("language", language == TextLanguage.Chinese ? "zh" : "en");
        JsonValues.WriteDate(json, "asOf", assessment.AsOf);
        ReportJson.WriteArray(json, "packs", assessment.Packs, AssessmentJson.WritePack);
        ReportJson.WriteStrings(json, "notInForce", assessment.NotInForce);
        WriteData(json, "data", assessment.Data);
        if (assessment.PreviousData is { } previous) WriteData(json, "previousData", previous);
        ReportJson.WriteCounts(json, "counts", assessment.Shown);
        ReportJson.WriteArray(json, "rules", assessment.Rules, WriteRule);
        WriteFirst(json, "persons", assessment.PersonalCounts, WritePersons);
        ReportJson.WriteArray(json, "waivers", assessment.Waivers, (j, w) => ReportJson.WriteWaiver(j, w, w.Waiver.Waiver.SubjectTable is { } table && assessment.Schema.IsPersonal(table)));
        ReportJson.WriteArray(json, "areas", matrix.Areas, WriteArea);
        WriteSchools(json, matrix);
        listing.Write(json);
        WriteTitles(json);
        WriteUnits(json);
        WriteTexts(json);
    }

    private static void WriteSchools(Utf8JsonWriter json, SchoolMatrix matrix)
    {
        (int all, int violating, int breaking, int open, int clean) = matrix.Tally();
        json.WriteStartArray("schools");
        foreach (int count in new[] { all, violating, breaking, open, clean }) json.WriteNumberValue(count);
        json.WriteEndArray();
    }

    // The page is read and unpacked before anything is shown: hundreds of thousands of problems would keep it from that, and nobody reads them there.
    private static void WriteFirst<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        ReportJson.WriteArray(json, name, items.Take(MostTold), write);
        json.WriteNumber($"{name}Count", items.Length);
    }

    private void WriteRule(Utf8JsonWriter json, RuleSummary rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule);
        json.WriteString("pack", rule.Pack);
        ReportJson.WriteText(json, "title", rule.Title);
        json.WriteString("area", rule.Area);
        json.WriteString("subject", rule.Subject);
        json.WriteBoolean("personal", assessment.Schema.IsPersonal(rule.Subject));
        json.WriteString("binding", FindingNames.Of(rule.Binding));
        json.WriteNumber("severity", (int)rule.Severity);
        ReportJson.WriteCounts(json, "counts", rule.Shown);
        json.WriteEndObject();
    }

    private static void WritePersons(Utf8JsonWriter json, PersonalCount count)
    {
        json.WriteStartObject();
        json.WriteString("rule", count.Rule);
        json.WriteString("table", count.Parent?.Table);
        json.WriteString("id", count.Parent?.Id);
        json.WriteString("name", count.Parent?.Name);
        json.WriteNumber("verdict", (int)count.Verdict);
        json.WriteNumber("severity", (int)count.Severity);
        json.WritePropertyName("rows");
        ReportJson.WriteCount(json, count.Rows);
        json.WriteEndObject();
    }

    private void WriteData(Utf8JsonWriter json, string name, DataReport data)
    {
        json.WriteStartObject(name);
        ReportJson.WriteArray(json, "rows", data.Rows.Keys, WriteRows);
        json.WriteNumber("filtered", data.Filtered);
        json.WriteNumber("schoolsWithoutRegion", data.SchoolsWithoutRegion);
        WriteFirst(json, "skipped", data.Skipped, WriteProblem);
        WriteFirst(json, "issues", data.Issues, WriteProblem);
        ReportJson.WriteStrings(json, "unreported", data.Unreported);
        json.WriteEndObject();

        void WriteRows(Utf8JsonWriter into, string table)
        {
            into.WriteStartArray();
            into.WriteStringValue(table);
            ReportJson.WriteCount(into, assessment.Schema.IsPersonal(table) ? ShownCount.OfPersons(data.Rows[table]) : ShownCount.Exactly(data.Rows[table]));
            into.WriteEndArray();
        }
    }

    private static void WriteProblem(Utf8JsonWriter json, Diagnostic problem)
    {
        json.WriteStartArray();
        json.WriteStringValue(problem.Code.ToString());
        json.WriteStringValue(problem.Span is { } span ? Place(span) : null);
        ReportJson.WriteText(json, new LocalText(problem.Message(TextLanguage.Chinese), problem.Message(TextLanguage.English)));
        json.WriteEndArray();
    }

    private static string Place(SourceSpan span)
    {
        string file = span.Sheet is { } sheet ? $"{span.File} {sheet}" : span.File;
        return span.Cell is { } cell ? $"{file} {cell}" : span.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{file}({span.Line})") : file;
    }

    private static void WriteArea(Utf8JsonWriter json, AreaOverview area)
    {
        json.WriteStartArray();
        json.WriteStringValue(area.Id);
        ReportJson.WriteText(json, area.Title);
        json.WriteEndArray();
    }

    private void WriteTitles(Utf8JsonWriter json)
    {
        json.WriteStartObject("tables");
        foreach (TableSchema table in assessment.Schema.Tables.Values) ReportJson.WriteText(json, table.Name, table.Title);
        json.WriteEndObject();
    }

    // Of each unit the Chinese label, the English one of a single thing, and the English one of many.
    private void WriteUnits(Utf8JsonWriter json)
    {
        ImmutableSortedDictionary<string, LocalText> counting = assessment.Schema.Units;
        json.WriteStartObject("units");
        foreach (string text in units.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!Unit.TryParse(text, counting.Keys, out Unit unit)) continue;
            json.WriteStartArray(text);
            json.WriteStringValue(unit.Label(TextLanguage.Chinese, counting, isPlural: true));
            json.WriteStringValue(unit.Label(TextLanguage.English, counting, isPlural: false));
            json.WriteStringValue(unit.Label(TextLanguage.English, counting, isPlural: true));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json)
    {
        ReportJson.WriteArray(json, "reasons", Enum.GetValues<UnknownReason>(), (j, reason) => ReportJson.WriteText(j, ReasonTexts.Of(reason)));
        json.WriteStartObject("texts");
        foreach ((string key, LocalText text) in ReportTexts.Entries.Where(t => t.Key.StartsWith(TextPrefix, StringComparison.Ordinal)).OrderBy(t => t.Key, StringComparer.Ordinal))
            ReportJson.WriteText(json, key[TextPrefix.Length..], text);
        json.WriteEndObject();
    }
}
