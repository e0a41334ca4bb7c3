using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>The small values of a page's data as JSON: short, and both languages in an array.</summary>
internal static class ReportJson
{
    /// <summary>A text as an array of Chinese and English, either of them null where it is missing; null for no text.</summary>
    public static void WriteText(Utf8JsonWriter json, LocalText? text)
    {
        if (text is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        json.WriteStringValue(text.Chinese);
        json.WriteStringValue(text.English);
        json.WriteEndArray();
    }

    /// <summary>A text under a name.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, LocalText? text)
    {
        json.WritePropertyName(name);
        WriteText(json, text);
    }

    /// <summary>An array of texts that are the same in all languages.</summary>
    public static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> texts) => JsonValues.WriteTexts(json, name, texts);

    /// <summary>An array of anything.</summary>
    public static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items) write(json, item);
        json.WriteEndArray();
    }

    /// <summary>Counts, in the order not decided, not concerned, kept, broken, excused; text where persons are counted only so far.</summary>
    public static void WriteCounts(Utf8JsonWriter json, string name, ShownCounts counts)
    {
        json.WriteStartArray(name);
        foreach (Verdict verdict in Enum.GetValues<Verdict>()) WriteCount(json, counts.Of(verdict));
        json.WriteEndArray();
    }

    /// <summary>A count: a number, or text where it is known only so far.</summary>
    public static void WriteCount(Utf8JsonWriter json, ShownCount count)
    {
        if (count.IsExact) json.WriteNumberValue(count.Least);
        else json.WriteStringValue(count.ToString());
    }

    /// <summary>A rule's head.</summary>
    public static void WriteHead(Utf8JsonWriter json, RuleHead head)
    {
        json.WriteStartObject();
        json.WriteString("rule", head.Rule);
        json.WriteString("pack", head.Pack);
        WriteText(json, "title", head.Title);
        json.WriteString("area", head.Area);
        json.WriteNumber("severity", (int)head.Severity);
        json.WriteString("binding", FindingNames.Of(head.Binding));
        json.WriteString("unit", head.Unit);
        WriteSource(json, "source", head.Source);
        WriteText(json, "remedy", head.Remedy);
        json.WriteEndObject();
    }

    /// <summary>Where a limit comes from.</summary>
    public static void WriteBasis(Utf8JsonWriter json, LimitBasis basis)
    {
        json.WriteStartObject();
        WriteSource(json, "source", basis.Source);
        WriteArray(json, "trail", basis.Trail, WriteStep);
        WriteArray(json, "relaxes", basis.Relaxations, WriteRelaxation);
        json.WriteEndObject();
    }

    /// <summary>A law; null where it is not known.</summary>
    public static void WriteSource(Utf8JsonWriter json, string name, FindingSource? source)
    {
        if (source is null)
        {
            json.WriteNull(name);
            return;
        }

        Instrument instrument = source.Instrument;
        json.WriteStartObject(name);
        json.WriteString("pack", source.Pack);
        json.WriteString("number", instrument.Number);
        json.WriteString("clause", source.Clause);
        WriteText(json, "title", instrument.Title);
        json.WriteString("certainty", FindingNames.Of(instrument.Certainty));
        WriteText(json, "issuer", instrument.Issuer);
        json.WriteString("issued", instrument.Issued);
        JsonValues.WriteDate(json, "since", source.Since);
        json.WriteString("season", source.Season?.ToString());
        WriteText(json, "note", instrument.Note);
        json.WriteEndObject();
    }

    /// <summary>A waiver that excuses a finding which is listed.</summary>
    public static void WriteWaiver(Utf8JsonWriter json, FindingWaiver waiver)
    {
        json.WriteStartObject();
        WriteWaiverParts(json, waiver, isPersonal: false);
        json.WriteEndObject();
    }

    /// <summary>What became of a waiver; of a waiver of one person neither whom it excuses, nor why, nor how often.</summary>
    public static void WriteWaiver(Utf8JsonWriter json, WaiverSummary summary, bool isPersonal)
    {
        json.WriteStartObject();
        WriteWaiverParts(json, summary.Waiver, isPersonal);
        if (!isPersonal && summary.Breaches is { } breaches) json.WriteNumber("breaches", breaches);
        JsonValues.WriteTexts(json, "issues", summary.Issues.Select(FindingNames.Of));
        json.WriteEndObject();
    }

    private static void WriteWaiverParts(Utf8JsonWriter json, FindingWaiver waiver, bool isPersonal)
    {
        Waiver written = waiver.Waiver;
        json.WriteString("pack", waiver.Pack);
        json.WriteString("place", waiver.Place);
        json.WriteString("kind", FindingNames.Of(written.Kind));
        json.WriteString("rule", written.Rule);
        json.WriteString("area", written.Area);
        json.WriteString("subject", isPersonal ? null : written.Subject);
        json.WriteString("region", written.Region?.Text);
        JsonValues.WriteDate(json, "from", written.From);
        JsonValues.WriteDate(json, "until", written.Until);
        WriteText(json, "authority", written.Authority);
        WriteText(json, "reason", isPersonal ? null : written.Reason);
        WriteSource(json, "source", !isPersonal && waiver.Instrument is { } instrument ? new FindingSource(waiver.Pack ?? string.Empty, instrument, null, null) : null);
    }

    private static void WriteStep(Utf8JsonWriter json, ValueStep step)
    {
        json.WriteStartObject();
        json.WriteString("role", FindingNames.Of(step.Role));
        json.WriteString("value", step.Value.Text);
        json.WriteString("pack", step.Pack);
        json.WriteString("version", step.PackVersion);
        JsonValues.WriteDate(json, "since", step.Since);
        JsonValues.WriteDate(json, "until", step.Until);
        WriteSource(json, "source", step.Source);
        json.WriteEndObject();
    }

    private static void WriteRelaxation(Utf8JsonWriter json, FindingRelaxation relaxation)
    {
        json.WriteStartObject();
        WriteText(json, "authority", relaxation.Authority);
        WriteSource(json, "source", relaxation.Source);
        json.WriteEndObject();
    }
}
