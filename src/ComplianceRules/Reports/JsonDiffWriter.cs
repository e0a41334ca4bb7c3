using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Analysis;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes a comparison of packs, and what it does to data, as one indented JSON document.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. The shape is that of <c>diff.schema.json</c>. May be shared between threads.</remarks>
public static class JsonDiffWriter
{
    private const int SchemaVersion = 1;

    /// <summary>Writes a comparison; the stream stays open.</summary>
    /// <param name="diff">What changed.</param>
    /// <param name="impact">What that does to some data; null where there is none.</param>
    /// <param name="output">Where to.</param>
    public static void Write(PackDiff diff, PackImpact? impact, Stream output)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
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
        json.WriteString("kind", JsonNames.Of(change.Kind));
        json.WriteString("pack", change.Pack);
        json.WriteString("topic", change.Topic);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
        json.WriteString("season", change.Season);
        JsonValues.WriteDate(json, "from", change.From);
        JsonValues.WriteDate(json, "until", change.Until);
        JsonValues.WriteText(json, "text", change.Text);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackImpact impact)
    {
        json.WriteStartObject("impact");
        JsonValues.WriteDate(json, "asOf", impact.AsOf);
        json.WriteStartArray("rules");
        foreach (RuleImpact rule in impact.Rules) Write(json, rule);
        json.WriteEndArray();
        json.WriteStartArray("schools");
        foreach (ImpactedSchool school in impact.Schools)
        {
            json.WriteStartObject();
            json.WriteString("id", school.Id);
            json.WriteString("name", school.Name);
            json.WriteString("region", school.Region?.Text);
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
        JsonValues.WriteText(json, "title", rule.Title);
        json.WriteString("subject", rule.Subject);
        if (rule.Moves.IsEmpty) json.WriteString("persons", rule.Persons.ToString());
        Write(json, rule.Moves);
        json.WriteStartArray("regions");
        foreach (RegionImpact region in rule.Regions)
        {
            json.WriteStartObject();
            json.WriteString("region", region.Region?.Text);
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
            WriteVerdicts(json, move.From, move.To);
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
            WriteVerdicts(json, row.From, row.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // A rule that does not judge a row has no verdict of it.
    private static void WriteVerdicts(Utf8JsonWriter json, Verdict? from, Verdict? to)
    {
        json.WriteString("from", from is { } old ? FindingNames.Of(old) : null);
        json.WriteString("to", to is { } now ? FindingNames.Of(now) : null);
    }
}
