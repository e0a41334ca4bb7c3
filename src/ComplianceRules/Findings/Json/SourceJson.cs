using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>Laws, and how values came about, as JSON.</summary>
internal static class SourceJson
{
    /// <summary>The law behind a rule or value; null where it is not known.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The key.</param>
    /// <param name="source">The law.</param>
    /// <param name="pack">The pack that stands beside it; null for none, so that its own is told.</param>
    /// <param name="scope">What stands elsewhere; null where only the law's name is wanted.</param>
    public static void Write(Utf8JsonWriter json, string name, FindingSource? source, string? pack, JsonScope? scope)
    {
        if (source is null)
        {
            json.WriteNull(name);
            return;
        }

        Instrument instrument = source.Instrument;
        json.WriteStartObject(name);
        if (pack is null || (scope is not null && pack != source.Pack)) json.WriteString("pack", source.Pack);
        json.WriteString("instrument", instrument.Id);
        json.WriteString("number", instrument.Number);
        json.WriteString("clause", source.Clause);
        JsonValues.WriteText(json, "title", instrument.Title);
        json.WriteString("certainty", FindingNames.Of(instrument.Certainty));
        JsonValues.WriteText(json, "issuer", instrument.Issuer);
        json.WriteString("issued", instrument.Issued);
        JsonValues.WriteDate(json, "since", source.Since);
        if (source.Season is { } season) json.WriteString("season", season.ToString());
        if (scope is not null && !scope.TellsInstrument(source.Pack, instrument)) WriteRest(json, instrument);
        json.WriteEndObject();
    }

    /// <summary>The rest of each instrument that sources of a document do not tell; nothing where there is none.</summary>
    public static void WriteInstruments(Utf8JsonWriter json, JsonScope scope)
    {
        (string Pack, Instrument Instrument)[] instruments = [.. scope.Instruments];
        if (instruments.Length == 0) return;
        json.WriteStartArray("instruments");
        foreach ((string pack, Instrument instrument) in instruments)
        {
            json.WriteStartObject();
            json.WriteString("pack", pack);
            json.WriteString("id", instrument.Id);
            WriteRest(json, instrument);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>How a value came about; nothing where it is the only one there ever was, unless that is wanted too.</summary>
    public static void WriteTrail(Utf8JsonWriter json, string name, ImmutableArray<ValueStep> trail, bool always)
    {
        if (trail.Length >= 2 || always) WriteSteps(json, name, trail, null);
    }

    /// <summary>How a limit came about; nothing where its law says all of it.</summary>
    public static void WriteTrail(Utf8JsonWriter json, Finding finding, JsonScope scope)
    {
        bool isTold = scope.IsDocument && finding.LimitSource is { } law ? LimitTrails.IsToldBy(finding, law, scope) : finding.LimitTrail.IsEmpty;
        if (!isTold) WriteSteps(json, "limitTrail", finding.LimitTrail, scope);
    }

    /// <summary>How a limit came about, all of it; nothing where no parameter gives it.</summary>
    public static void WriteTrail(Utf8JsonWriter json, ImmutableArray<ValueStep> trail, JsonScope scope)
    {
        if (!trail.IsEmpty) WriteSteps(json, "limitTrail", trail, scope);
    }

    /// <summary>What allows to bind less; nothing where nothing does.</summary>
    public static void WriteRelaxations(Utf8JsonWriter json, ImmutableArray<FindingRelaxation> relaxations, JsonScope? scope)
    {
        if (relaxations.IsEmpty) return;
        json.WriteStartArray("relaxes");
        foreach (FindingRelaxation relaxation in relaxations) WriteRelaxation(json, relaxation, scope);
        json.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter json, string name, ImmutableArray<ValueStep> trail, JsonScope? scope)
    {
        json.WriteStartArray(name);
        foreach (ValueStep step in trail)
        {
            json.WriteStartObject();
            json.WriteString("role", FindingNames.Of(step.Role));
            JsonValues.WriteValue(json, "value", step.Value);
            if (scope is not null) JsonValues.WriteType(json, "valueType", step.Value);
            json.WriteString("pack", step.Pack);
            json.WriteString("packVersion", step.PackVersion);
            JsonValues.WriteDate(json, "since", step.Since);
            JsonValues.WriteDate(json, "until", step.Until);
            Write(json, "source", step.Source, step.Pack, scope);
            if (scope is not null && step.Relaxation is { } relaxation)
            {
                json.WritePropertyName("relaxes");
                WriteRelaxation(json, relaxation, scope);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelaxation(Utf8JsonWriter json, FindingRelaxation relaxation, JsonScope? scope)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "authority", relaxation.Authority);
        Write(json, "source", relaxation.Source, null, scope);
        json.WriteEndObject();
    }

    private static void WriteRest(Utf8JsonWriter json, Instrument instrument)
    {
        json.WriteString("kind", FindingNames.Of(instrument.Kind));
        json.WriteString("effective", instrument.Effective);
        JsonValues.WriteText(json, "note", instrument.Note);
    }
}
