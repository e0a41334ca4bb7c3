using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Writes plans as a mapping file, the same plans as the same text.</summary>
internal static class MappingWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The mapping file.</summary>
    /// <param name="plans">What it says about each sheet.</param>
    /// <param name="encoding">The files' text encoding; null for UTF-8.</param>
    public static string Write(ImmutableArray<SheetPlan> plans, string? encoding)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            if (encoding is not null) json.WriteString("encoding", encoding);
            json.WriteStartArray("tables");
            HashSet<string> own = new(plans.Select(p => p.Table.Name), StringComparer.Ordinal);
            foreach (SheetPlan plan in plans) new TableWriter(json, plan, own).Write();
            json.WriteEndArray();
            Constants(json, plans);
            SeenWords words = SeenWords.Of(plans);
            Texts(json, "nulls", words.Nulls);
            Texts(json, "true", words.True);
            Texts(json, "false", words.False);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    // A school that only a title names keeps its name when somebody writes its code in the place of the id.
    private static void Constants(Utf8JsonWriter json, ImmutableArray<SheetPlan> plans)
    {
        string?[] schools = [.. plans.Select(p => p.SchoolKey is null ? p.SchoolInTitle : null).Distinct()];
        if (schools is not [{ } school] || plans.Any(p => p.Fields.Any(f => f.Field.Field.Name == "name" && f.Field.Table.Name == BaseTables.School))) return;
        json.WriteStartObject("constants");
        json.WriteString("school.name", school);
        json.WriteEndObject();
    }

    /// <summary>A value of a field.</summary>
    public static void Value(Utf8JsonWriter json, ProposedValue value)
    {
        if (value.IsNumber) json.WriteNumber(value.Cell, int.Parse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture));
        else json.WriteString(value.Cell, value.Text);
    }

    /// <summary>A list of texts; nothing where there are none.</summary>
    public static void Texts(Utf8JsonWriter json, string key, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty) return;
        json.WriteStartArray(key);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
