using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Sql;

/// <summary>Writes what a database counted as JSON.</summary>
public static class SqlCountsJson
{
    /// <summary>Writes the counts as one document in UTF-8 that ends with a line feed.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="output">Where to; left open.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public static void Write(SqlCounts counts, Stream output)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true))) Write(json, counts);
        output.Write("\n"u8);
    }

    /// <summary>Writes the counts as one object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="counts">The counts.</param>
    internal static void Write(Utf8JsonWriter json, SqlCounts counts)
    {
        json.WriteStartObject();
        json.WriteString("asOf", counts.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("counts");
        foreach (SqlCount count in counts.Counts) Write(json, count);
        json.WriteEndArray();
        json.WriteNumber("schoolsInProcess", counts.SchoolsInProcess);
        Write(json, "reduced", counts.Reduced);
        Write(json, "inProcess", counts.InProcess);
        json.WriteStartArray("leftOut");
        foreach (Diagnostic left in counts.LeftOut) Write(json, left);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SqlCount count)
    {
        json.WriteStartObject();
        json.WriteString("rule", count.Rule);
        if (count.Region is { } region) json.WriteString("region", region.Text);
        json.WriteString("table", count.Table);
        json.WriteString("severity", FindingNames.Of(count.Severity));
        json.WriteString("binding", FindingNames.Of(count.Binding));
        json.WriteNumber("compliant", count.Counts.Compliant);
        json.WriteNumber("nonCompliant", count.Counts.NonCompliant);
        json.WriteNumber("undetermined", count.Counts.Undetermined);
        json.WriteNumber("notApplicable", count.Counts.NotApplicable);
        json.WriteEndObject();
    }

    // The reason speaks both languages, for who reads it is not known here.
    private static void Write(Utf8JsonWriter json, Diagnostic left)
    {
        json.WriteStartObject();
        json.WriteString("rule", left.Arguments[0]);
        json.WriteString("code", left.Code.ToString());
        json.WriteString("zh", left.Message(TextLanguage.Chinese));
        json.WriteString("en", left.Message(TextLanguage.English));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
