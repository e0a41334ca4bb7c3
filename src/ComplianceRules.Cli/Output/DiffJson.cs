using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Output;

/// <summary>A comparison of packs as one indented JSON document.</summary>
internal static class DiffJson
{
    private const int SchemaVersion = 1;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static void Write(PackDiff diff, PackImpact? impact, Stream output)
    {
        using (Utf8JsonWriter json = new(output, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteStartArray("changes");
            foreach (PackChange change in diff.Changes) Write(json, change);
            json.WriteEndArray();
            if (impact is not null) Write(json, impact);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, PackChange change)
    {
        json.WriteStartObject();
        json.WriteString("kind", NameOf(change.Kind));
        json.WriteString("pack", change.Pack);
        json.WriteString("topic", change.Topic);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
        json.WriteString("season", change.Season);
        json.WriteString("from", Day(change.From));
        json.WriteString("until", Day(change.Until));
        Write(json, "text", change.Text);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackImpact impact)
    {
        json.WriteStartObject("impact");
        json.WriteString("asOf", Day(impact.AsOf));
        json.WriteStartArray("rules");
        foreach (RuleImpact rule in impact.Rules) Write(json, rule);
        json.WriteEndArray();
        json.WriteStartArray("schools");
        foreach (ImpactedSchool school in impact.Schools)
        {
            json.WriteStartObject();
            json.WriteString("id", school.Id);
            json.WriteString("name", school.Name);
            json.WriteString("region", school.Region);
            Write(json, school.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("others");
        Write(json, impact.Others);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RuleImpact rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule);
        Write(json, "title", rule.Title);
        json.WriteString("subject", rule.Subject);
        if (rule.Moves.IsEmpty) json.WriteString("persons", rule.Persons.ToString());
        Write(json, rule.Moves);
        json.WriteStartArray("regions");
        foreach (RegionImpact region in rule.Regions)
        {
            json.WriteStartObject();
            json.WriteString("region", region.Region);
            Write(json, region.Moves);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<VerdictMove> moves)
    {
        json.WriteStartArray("moves");
        foreach (VerdictMove move in moves)
        {
            json.WriteStartObject();
            json.WriteString("from", NameOf(move.From));
            json.WriteString("to", NameOf(move.To));
            json.WriteNumber("rows", move.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<ImpactedRow> rows)
    {
        json.WriteStartArray("rows");
        foreach (ImpactedRow row in rows)
        {
            json.WriteStartObject();
            json.WriteString("rule", row.Rule);
            json.WriteString("subject", row.Row.ToString());
            json.WriteString("name", row.Row.Name);
            json.WriteString("from", NameOf(row.From));
            json.WriteString("to", NameOf(row.To));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, LocalText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Chinese);
        json.WriteString("en", text.English);
        json.WriteEndObject();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The words are part of the format and do not follow a renamed member.
    private static string? NameOf(Verdict? verdict) => verdict switch
    {
        null => null,
        Verdict.Undetermined => "Undetermined",
        Verdict.NotApplicable => "NotApplicable",
        Verdict.Compliant => "Compliant",
        Verdict.NonCompliant => "NonCompliant",
        Verdict.Waived => "Waived",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    private static string NameOf(PackChangeKind kind) => kind switch
    {
        PackChangeKind.Pack => "pack",
        PackChangeKind.RuleAdded => "ruleAdded",
        PackChangeKind.RuleRemoved => "ruleRemoved",
        PackChangeKind.RuleReplaces => "ruleReplaces",
        PackChangeKind.Value => "value",
        PackChangeKind.Parameter => "parameter",
        PackChangeKind.Applies => "applies",
        PackChangeKind.Condition => "condition",
        PackChangeKind.Binding => "binding",
        PackChangeKind.Days => "days",
        PackChangeKind.Source => "source",
        PackChangeKind.Facts => "facts",
        PackChangeKind.Unit => "unit",
        PackChangeKind.Waiver => "waiver",
        PackChangeKind.Calendar => "calendar",
        PackChangeKind.Texts => "texts",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
