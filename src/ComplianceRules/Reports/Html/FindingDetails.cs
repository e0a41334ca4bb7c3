using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What only some findings have, each as JSON that stands once: parts, missing facts.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="schema">The titles of facts.</param>
internal sealed class FindingDetails(FactSchema schema)
{
    private readonly ValueText _text = new(schema);
    private readonly Interned<string> _items = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>The number of the missing facts of a finding; null where none are.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="table">The table of the row that it is about.</param>
    public int? Missing(Finding finding, string table)
    {
        if (finding.Missing.IsEmpty) return null;
        return Add(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("smallest", finding.MissingIsSmallest);
            ReportJson.WriteArray(json, "facts", finding.Missing.DistinctBy(m => m.Path, StringComparer.Ordinal), (j, fact) => WriteMissing(j, fact, table));
            json.WriteEndObject();
        });
    }

    /// <summary>The number of the parts of a composed rule; null where there are none.</summary>
    /// <param name="parts">The parts.</param>
    public int? Parts(ImmutableArray<FindingPart> parts)
    {
        if (parts.IsEmpty) return null;
        return Add(json =>
        {
            json.WriteStartArray();
            foreach (FindingPart part in parts) WritePart(json, part);
            json.WriteEndArray();
        });
    }

    /// <summary>Writes all of them, as an array.</summary>
    /// <param name="json">Where to.</param>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("details");
        foreach (string item in _items.Items) json.WriteRawValue(item, skipInputValidation: true);
        json.WriteEndArray();
    }

    private int Add(Action<Utf8JsonWriter> write)
    {
        _bytes.ResetWrittenCount();
        using (Utf8JsonWriter json = new(_bytes, AssessmentJson.Options(indented: false))) write(json);
        return _items.Of(Encoding.UTF8.GetString(_bytes.WrittenSpan));
    }

    private void WriteMissing(Utf8JsonWriter json, MissingFact fact, string table)
    {
        json.WriteStartArray();
        json.WriteStringValue(fact.Path);
        ReportJson.WriteText(json, new LocalText(_text.TitleOf(fact.Path, table, TextLanguage.Chinese), _text.TitleOf(fact.Path, table, TextLanguage.English)));
        json.WriteNumberValue((int)fact.Reason);
        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, FindingPart part)
    {
        json.WriteStartObject();
        json.WriteString("id", part.Id);
        json.WriteBoolean("veto", part.IsVeto);
        json.WriteNumber("verdict", (int)part.Verdict);
        ReportJson.WriteArray(json, "rules", part.Rules, WriteRule);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, FindingPartRule rule)
    {
        json.WriteStartArray();
        json.WriteStringValue(rule.Rule);
        json.WriteNumberValue((int)rule.Verdict);
        json.WriteBooleanValue(rule.Counts);
        json.WriteEndArray();
    }
}
