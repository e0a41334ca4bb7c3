using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Writes <c>pack.json</c> of an imported pack.</summary>
internal static class ImportedPackWriter
{
    /// <summary>The bytes of the file.</summary>
    /// <param name="head">What the pack says of itself.</param>
    /// <param name="entries">Its rules.</param>
    public static byte[] Write(PackHead head, ImmutableArray<PackEntry> entries)
    {
        using MemoryStream output = new();
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
        {
            json.WriteStartObject();
            WriteHead(json, head, [.. head.Sections.Where(s => entries.Any(e => e.Section == s))]);
            json.WriteStartArray("rules");
            foreach (PackEntry entry in entries) Write(json, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.ToArray();
    }

    private static void WriteHead(Utf8JsonWriter json, PackHead head, ImmutableArray<PackSection> sections)
    {
        json.WriteString("$schema", "../pack.schema.json");
        json.WriteString("id", head.Id);
        json.WriteString("version", "1.0.0");
        if (head.Facts.Region is { } region) json.WriteString("region", region.Text);
        else json.WriteBoolean("template", true);
        json.WriteNumber("order", head.Order);
        json.WriteString("language", head.Facts.Language == TextLanguage.Chinese ? "zh" : "en");
        json.WriteString("extends", head.Facts.Id);
        Write(json, "title", head.Title);
        json.WriteStartObject("instruments");
        foreach (PackSection section in sections)
        {
            json.WriteStartObject(section.Instrument);
            json.WriteString("kind", "rule");
            Write(json, "title", LocalText.Same(section.Title));
            json.WriteString("certainty", "unverified");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("areas");
        foreach (PackSection section in sections) Write(json, section.Area, LocalText.Same(section.Title));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("area", entry.Section.Area);
        json.WriteString("subject", entry.Translated.Subject);
        Write(json, "title", LocalText.Same(entry.Translated.Rule.Name));
        if (entry.Translated.IsJoined) WriteItems(json, entry.Translated);
        else RuleBody.Write(json, entry.Translated.Items[0].Condition);
        json.WriteString("binding", "mandatory");
        json.WriteStartObject("source");
        json.WriteString("instrument", entry.Section.Instrument);
        json.WriteNull("clause");
        json.WriteEndObject();
        json.WriteStartObject("effective");
        json.WriteNull("from");
        json.WriteEndObject();
        if (entry.Message is { } message) Write(json, "message", LocalText.Same(message));
        Write(json, "note", Note(entry));
        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, TranslatedRule rule)
    {
        FreeIds ids = new([]);
        json.WriteStartObject("k-of");
        json.WriteNumber("k", rule.Rule.Join == WorkflowJoin.All ? rule.Items.Length : 1);
        json.WriteStartArray("items");
        foreach (TranslatedItem item in rule.Items)
        {
            json.WriteStartObject();
            json.WriteString("id", ids.Of(item.Rule.Name, "item"));
            Write(json, "title", LocalText.Same(item.Rule.Name));
            RuleBody.Write(json, item.Condition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static LocalText Note(PackEntry entry)
    {
        WorkflowRule rule = entry.Translated.Rule;
        LocalText[] lines =
        [
            .. Expressions(rule),
            .. entry.Parameters.Concat(Parameters(rule)).Select(p => ImportTexts.Of("parameter", p.Name.Text, p.Expression.Text)),
            .. Kept(rule),
            .. entry.Told.Select(d => new LocalText(d.Message(TextLanguage.Chinese), d.Message(TextLanguage.English))),
        ];
        return new LocalText(string.Join('\n', lines.Select(l => l.Chinese)), string.Join('\n', lines.Select(l => l.English)));
    }

    private static IEnumerable<LocalText> Expressions(WorkflowRule rule) => rule.Join == WorkflowJoin.None && rule.Expression is { } expression
        ? [ImportTexts.Of("expression", rule.Name, expression.Text)]
        : rule.Nested.SelectMany(Expressions);

    private static IEnumerable<WorkflowParameter> Parameters(WorkflowRule rule) => rule.Parameters.Concat(rule.Nested.SelectMany(Parameters));

    private static IEnumerable<LocalText> Kept(WorkflowRule rule)
    {
        foreach (JsonMember remark in rule.Remarks)
            yield return ImportTexts.Of("kept", remark.Name, remark.Value.Kind == JsonKind.Text ? remark.Value.Text : System.Text.Encoding.UTF8.GetString(remark.Value.Bytes.Span));
        if (rule.Message is { } message) yield return ImportTexts.Of("message", message.Text);
        foreach (LocalText nested in rule.Nested.SelectMany(Kept)) yield return nested;
    }

    private static void Write(Utf8JsonWriter json, string name, LocalText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Chinese);
        json.WriteString("en", text.English);
        json.WriteEndObject();
    }
}
