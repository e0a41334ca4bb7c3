using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>The parts of an assessment that stand before and behind its findings, as JSON.</summary>
/// <remarks>The shape is that of <c>assessment.schema.json</c>.</remarks>
internal static class AssessmentJson
{
    public const int SchemaVersion = 1;

    /// <summary>How reports are written: Chinese stays readable, control characters are escaped, line ends are the same on every machine.</summary>
    /// <remarks>The texts are safe in a JSON document, not in a web page: <c>&lt;</c> and <c>&amp;</c> stand as they are.</remarks>
    /// <param name="indented">Whether each value has a line of its own.</param>
    public static JsonWriterOptions Options(bool indented) => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = indented,
        NewLine = "\n",
    };

    /// <summary>Writes an assessment as one value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="written">Called after each finding; null where nobody wants to know.</param>
    public static void Write(Utf8JsonWriter json, Assessment assessment, Action? written = null)
    {
        JsonScope scope = JsonScope.Of(assessment);
        json.WriteStartObject();
        WriteHead(json, assessment, scope);
        json.WriteStartArray("findings");
        foreach (Finding finding in assessment.Findings)
        {
            FindingJson.Write(json, finding, scope);
            written?.Invoke();
        }

        json.WriteEndArray();
        WriteEnd(json, scope);
        json.WriteEndObject();
    }

    /// <summary>Writes what stands before the findings into an object that is open.</summary>
    public static void WriteHead(Utf8JsonWriter json, Assessment assessment, JsonScope scope)
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        JsonValues.WriteDate(json, "asOf", assessment.AsOf);
        WritePacks(json, assessment);
        JsonValues.WriteTexts(json, "notInForce", assessment.NotInForce);
        WriteRules(json, assessment, scope);
        WriteAreas(json, assessment);
        WriteSchema(json, assessment.Schema);
        json.WriteString("only", assessment.Only?.Text);
        json.WriteBoolean("listsAll", assessment.ListsAll);
        if (assessment.IncludesPersonal) json.WriteBoolean("includesPersonal", true);
        WriteSubjects(json, assessment);
        WriteData(json, "data", assessment.Data, assessment);
        if (assessment.PreviousData is { } previous) WriteData(json, "previousData", previous, assessment);
        WriteSummary(json, assessment);
        WritePersons(json, assessment.PersonalCounts);
        WaiverJson.Write(json, assessment.Waivers, scope);
    }

    /// <summary>Writes what stands behind the findings into an object that is open: what they have in common, each once.</summary>
    public static void WriteEnd(Utf8JsonWriter json, JsonScope scope)
    {
        SourceJson.WriteInstruments(json, scope);
        FieldJson.WriteFields(json, scope);
    }

    /// <summary>Writes a pack that judged.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="pack">The pack.</param>
    public static void WritePack(Utf8JsonWriter json, PackIdentity pack)
    {
        json.WriteStartObject();
        json.WriteString("id", pack.Id);
        json.WriteString("version", pack.Version);
        json.WriteString("region", pack.Region?.Text);
        json.WriteString("sha256", pack.Sha256);
        json.WriteBoolean("hasRows", pack.HasRows);
        json.WriteEndObject();
    }

    private static void WritePacks(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartArray("packs");
        foreach (PackIdentity pack in assessment.Packs) WritePack(json, pack);
        json.WriteEndArray();
    }

    private static void WriteRules(Utf8JsonWriter json, Assessment assessment, JsonScope scope)
    {
        HashSet<string> shared = [.. assessment.Rules.GroupBy(r => r.Rule, StringComparer.Ordinal).Where(r => r.Skip(1).Any()).Select(r => r.Key)];
        json.WriteStartArray("rules");
        foreach (RuleSummary rule in assessment.Rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Rule);
            json.WriteString("pack", rule.Pack);
            JsonValues.WriteText(json, "title", rule.Title);
            json.WriteString("area", rule.Area);
            json.WriteString("subject", rule.Subject);
            json.WriteString("severity", FindingNames.Of(rule.Severity));
            json.WriteString("binding", FindingNames.Of(rule.Binding));
            if (assessment.Schema.IsPersonal(rule.Subject)) json.WriteBoolean("personal", true);
            if (rule.Source is { } source) SourceJson.Write(json, "source", source, rule.Pack, scope);
            if (rule.Remedy is { } remedy) JsonValues.WriteText(json, "remedy", remedy);
            if (shared.Contains(rule.Rule)) WriteCounts(json, "counts", CountsOf(rule, assessment));
            if (assessment.IncludesPersonal && rule.Shown != ShownCounts.Exactly(rule.Counts)) WriteCounts(json, "shown", rule.Shown);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAreas(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartObject("areas");
        foreach ((string area, LocalText title) in assessment.Areas) JsonValues.WriteText(json, area, title);
        json.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter json, FactSchema schema)
    {
        json.WriteStartArray("tables");
        foreach (TableSchema table in schema.Tables.Values)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            json.WriteString("parent", table.Parent);
            json.WriteString("list", table.Children);
            JsonValues.WriteText(json, "title", table.Title);
            if (table.Personal) json.WriteBoolean("personal", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("units");
        foreach ((string unit, LocalText title) in schema.Units) JsonValues.WriteText(json, unit, title);
        json.WriteEndObject();
    }

    // A line for each of a million rows would be more blanks than ids.
    private static void WriteSubjects(Utf8JsonWriter json, Assessment assessment)
    {
        if (assessment.Subjects is not { } tables) return;
        json.WriteStartObject("subjects");
        foreach ((string table, IReadOnlyCollection<string> ids) in tables)
        {
            ArrayBufferWriter<byte> line = new();
            using (Utf8JsonWriter list = new(line, json.Options with { Indented = false }))
            {
                list.WriteStartArray();
                foreach (string id in ids.Order(StringComparer.Ordinal)) list.WriteStringValue(id);
                list.WriteEndArray();
            }

            json.WritePropertyName(table);
            json.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, string name, DataReport data, Assessment assessment)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("rows");
        foreach ((string table, int count) in data.Rows) JsonValues.WriteCount(json, table, Shown(assessment, table, count));
        json.WriteEndObject();
        json.WriteNumber("filtered", data.Filtered);
        if (data.SchoolsWithoutRegion > 0) json.WriteNumber("schoolsWithoutRegion", data.SchoolsWithoutRegion);
        WriteProblems(json, "skipped", data.Skipped);
        WriteProblems(json, "issues", data.Issues);
        JsonValues.WriteTexts(json, "unreported", data.Unreported);
        json.WriteEndObject();
    }

    private static ShownCount Shown(Assessment assessment, string table, int rows) =>
        assessment.Schema.IsPersonal(table) && !assessment.IncludesPersonal ? ShownCount.OfPersons(rows) : ShownCount.Exactly(rows);

    private static void WriteProblems(Utf8JsonWriter json, string name, IEnumerable<Diagnostic> problems)
    {
        json.WriteStartArray(name);
        foreach (Diagnostic problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("file", problem.Span?.File);
            json.WriteString("sheet", problem.Span?.Sheet);
            JsonValues.WritePosition(json, "line", problem.Span?.Line);
            JsonValues.WritePosition(json, "column", problem.Span?.Column);
            json.WriteString("cell", problem.Span?.Cell);
            if (problem.Span is { Length: not 1 } span) json.WriteNumber("length", span.Length);
            json.WriteString("code", problem.Code.ToString());
            json.WriteString("severity", FindingNames.Of(problem.Severity));
            JsonValues.WriteTexts(json, "arguments", problem.Arguments);
            if (problem.DidYouMean is { } meant) json.WriteString("didYouMean", meant);
            JsonValues.WriteText(json, "message", new LocalText(problem.Message(TextLanguage.Chinese), problem.Message(TextLanguage.English)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePersons(Utf8JsonWriter json, IEnumerable<PersonalCount> counts)
    {
        json.WriteStartArray("persons");
        foreach (PersonalCount count in counts)
        {
            json.WriteStartObject();
            json.WriteString("rule", count.Rule);
            FindingJson.WriteSubject(json, "parent", count.Parent);
            json.WriteString("verdict", FindingNames.Of(count.Verdict));
            json.WriteString("severity", FindingNames.Of(count.Severity));
            JsonValues.WriteCount(json, "rows", count.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartObject("summary");
        WriteCounts(json, "verdicts", assessment.IncludesPersonal ? ShownCounts.Exactly(assessment.Counts) : assessment.Shown);
        json.WriteStartObject("byRule");
        foreach (IGrouping<string, RuleSummary> rule in assessment.Rules.GroupBy(r => r.Rule, StringComparer.Ordinal))
            WriteCounts(json, rule.Key, rule.Select(r => CountsOf(r, assessment)).Aggregate((sum, one) => sum.Plus(one)));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static ShownCounts CountsOf(RuleSummary rule, Assessment assessment) => assessment.IncludesPersonal ? ShownCounts.Exactly(rule.Counts) : rule.Shown;

    private static void WriteCounts(Utf8JsonWriter json, string name, ShownCounts counts)
    {
        json.WriteStartObject(name);
        JsonValues.WriteCount(json, "compliant", counts.Compliant);
        JsonValues.WriteCount(json, "nonCompliant", counts.NonCompliant);
        JsonValues.WriteCount(json, "undetermined", counts.Undetermined);
        JsonValues.WriteCount(json, "notApplicable", counts.NotApplicable);
        JsonValues.WriteCount(json, "waived", counts.Waived);
        json.WriteEndObject();
    }
}
