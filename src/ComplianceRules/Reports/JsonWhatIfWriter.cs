using System.Text.Json;
using ComplianceRules.Analysis;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes values of a parameter that were tried as one indented JSON document.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. The shape is that of <c>whatif.schema.json</c>. May be shared between threads.</remarks>
public static class JsonWhatIfWriter
{
    private const int SchemaVersion = 1;

    /// <summary>Writes a sweep; the stream stays open.</summary>
    /// <param name="sweep">What is written.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ParameterSweep sweep, Stream output)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            JsonValues.WriteDate(json, "asOf", sweep.AsOf);
            json.WriteString("parameter", sweep.Parameter);
            json.WriteString("key", sweep.Key);
            json.WriteString("unit", sweep.Unit);
            JsonValues.WriteTexts(json, "leftOut", sweep.LeftOut);
            json.WriteStartArray("rules");
            foreach (SweptRule rule in sweep.Rules) Write(json, rule, sweep);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, SweptRule rule, ParameterSweep sweep)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule);
        json.WriteString("pack", rule.Pack);
        JsonValues.WriteText(json, "title", rule.Title);
        json.WriteString("subject", rule.Subject);
        json.WriteStartObject("now");
        Write(json, rule.Now);
        json.WriteEndObject();
        json.WriteStartArray("counts");
        for (int i = 0; i < sweep.Values.Length; i++)
        {
            json.WriteStartObject();
            JsonValues.WriteValue(json, "value", sweep.Values[i]);
            Write(json, rule.Counts[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, VerdictCounts counts)
    {
        if (SweptRule.ShareOf(counts) is { } share) json.WriteNumber("share", share);
        else json.WriteNull("share");
        json.WriteNumber("compliant", counts.Compliant);
        json.WriteNumber("nonCompliant", counts.NonCompliant);
        json.WriteNumber("undetermined", counts.Undetermined);
        json.WriteNumber("notApplicable", counts.NotApplicable);
        json.WriteNumber("waived", counts.Waived);
    }
}
