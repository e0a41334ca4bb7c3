using System.Collections.Immutable;
using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>Reads laws, and how values came about.</summary>
/// <param name="parts">What the document tells once.</param>
internal sealed class SourceReading(DocumentParts parts)
{
    // A million findings stand on a few hundred instruments.
    private readonly Dictionary<(string Pack, string Id), Instrument> _known = [];

    /// <summary>A law; null where it is not known.</summary>
    /// <param name="owner">Holds it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="pack">The pack that stands beside it; null for none.</param>
    public FindingSource? Optional(JsonMembers owner, string key, string? pack) =>
        owner.OptionalMembers(key, AssessmentKeys.Source) is { } source ? Of(source, source.OptionalText("pack") ?? pack ?? throw source.Missing("pack")) : null;

    /// <summary>A law.</summary>
    public FindingSource Of(JsonMembers owner, string key, string? pack) => Optional(owner, key, pack) ?? throw owner.Refused(key, "a source");

    /// <summary>How a limit came about: what is written of it, else what follows from its law.</summary>
    public ImmutableArray<ValueStep> Trail(JsonMembers finding, FindingValue? limit, FindingSource? law)
    {
        if (finding.Has("limitTrail")) return [.. finding.Items("limitTrail", AssessmentKeys.Step).Select(Step)];
        if (!parts.IsDocument || limit is null || law is null) return [];
        return LimitTrails.Of(limit, law, parts.Version(law.Pack) ?? throw finding.Refused("limitSource", $"a source of one of the `packs`"));
    }

    /// <summary>What allows to bind less.</summary>
    public ImmutableArray<FindingRelaxation> Relaxations(JsonMembers finding) => finding.Has("relaxes") ? [.. finding.Items("relaxes", AssessmentKeys.Relaxation).Select(Relaxation)] : [];

    private FindingSource Of(JsonMembers source, string pack)
    {
        string id = source.Text("instrument");
        JsonMembers? rest = source.Has("kind") ? source : parts.Instrument(pack, id);
        Instrument instrument = new(
            id,
            rest?.Word("kind", FindingNames.InstrumentKinds) ?? InstrumentKind.Notice,
            source.LocalText("title"),
            source.OptionalText("number"),
            source.OptionalLocalText("issuer"),
            source.OptionalText("issued"),
            rest?.OptionalText("effective"),
            source.Word("certainty", FindingNames.Certainties))
        {
            Note = rest?.OptionalLocalText("note"),
        };
        return new FindingSource(pack, Shared(pack, instrument), source.OptionalText("clause"), source.OptionalDate("since")) { Season = source.OptionalSeason("season") };
    }

    private Instrument Shared(string pack, Instrument instrument)
    {
        if (_known.TryGetValue((pack, instrument.Id), out Instrument? known) && known == instrument) return known;
        return _known[(pack, instrument.Id)] = instrument;
    }

    private ValueStep Step(JsonMembers step)
    {
        string pack = step.Text("pack");
        return new ValueStep(
            step.Word("role", FindingNames.ValueRoles),
            step.Value("value", "valueType"),
            pack,
            step.Text("packVersion"),
            step.OptionalDate("since"),
            step.OptionalDate("until"),
            Optional(step, "source", pack))
        {
            Relaxation = step.OptionalMembers("relaxes", AssessmentKeys.Relaxation) is { } relaxation ? Relaxation(relaxation) : null,
        };
    }

    private FindingRelaxation Relaxation(JsonMembers relaxation) => new(relaxation.LocalText("authority"), Of(relaxation, "source", null));
}
