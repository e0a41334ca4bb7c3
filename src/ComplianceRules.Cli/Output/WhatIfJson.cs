using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Analysis;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Output;

/// <summary>A sweep as one indented JSON document.</summary>
internal static class WhatIfJson
{
    private const int SchemaVersion = 1;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static void Write(ParameterSweep sweep, Stream output)
    {
        using (Utf8JsonWriter json = new(output, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteString("asOf", sweep.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("parameter", sweep.Parameter);
            json.WriteString("key", sweep.Key);
            json.WriteString("unit", sweep.Unit);
            json.WriteStartArray("leftOut");
            foreach (string rule in sweep.LeftOut) json.WriteStringValue(rule);
            json.WriteEndArray();
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
        json.WriteStartObject("title");
        json.WriteString("zh", rule.Title.Chinese);
        json.WriteString("en", rule.Title.English);
        json.WriteEndObject();
        json.WriteString("subject", rule.Subject);
        json.WriteStartObject("now");
        Write(json, rule.Now);
        json.WriteEndObject();
        json.WriteStartArray("counts");
        for (int i = 0; i < sweep.Values.Length; i++)
        {
            json.WriteStartObject();
            if (sweep.Values[i].Number is { } number) json.WriteNumber("value", number);
            else json.WriteString("value", sweep.Values[i].Text);
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
