using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ComplianceRules.Findings;

/// <summary>The keys of an object of an assessment. A test holds them to <c>assessment.schema.json</c>.</summary>
internal sealed class AssessmentKeys
{
    /// <summary>The key of a finding that holds its limit: no kind of rule.</summary>
    public const string Limit = "limit";

    private readonly FrozenSet<string> _all;
    private readonly ImmutableArray<string> _optional;

    private AssessmentKeys(ImmutableArray<string> required, params ReadOnlySpan<string> optional)
    {
        Required = required;
        _optional = [.. optional];
        _all = [.. required, .. optional];
    }

    /// <summary>The keys that must be there.</summary>
    public ImmutableArray<string> Required { get; }

    public IEnumerable<string> All => _all;

    // Files of former versions have no `rules`, `areas`, `only`, `listsAll` and `subjects`.
    public static AssessmentKeys Head { get; } = new(
        ["schemaVersion", "asOf", "packs", "notInForce", "data", "summary", "persons"],
        "findings", "rules", "areas", "tables", "units", "only", "listsAll", "includesPersonal", "subjects", "previousData", "waivers", "instruments", "fields");

    public static AssessmentKeys Pack { get; } = new(["id", "version", "region", "sha256", "hasRows"]);

    public static AssessmentKeys Rule { get; } = new(["id", "pack", "title", "area", "subject", "severity", "binding"], "personal", "source", "remedy", "counts", "shown");

    public static AssessmentKeys Table { get; } = new(["name", "parent", "list", "title"], "personal");

    public static AssessmentKeys Data { get; } = new(["rows", "filtered", "skipped", "issues", "unreported"], "schoolsWithoutRegion");

    public static AssessmentKeys Problem { get; } = new(["file", "sheet", "line", "column", "cell", "code", "severity", "arguments", "message"], "length", "didYouMean");

    public static AssessmentKeys Summary { get; } = new(["verdicts", "byRule"]);

    public static AssessmentKeys Counts { get; } = new(["compliant", "nonCompliant", "undetermined", "notApplicable", "waived"]);

    public static AssessmentKeys Persons { get; } = new(["rule", "parent", "verdict", "severity", "rows"]);

    public static AssessmentKeys Finding { get; } = new(
        ["rule", "pack", "subject", "verdict", "severity", "binding", "observed", "unit", Limit, "margin", "source", "limitSource", "message", "remedy", "missing"],
        "title", "area", "rows", "shownRows", "place", "observedType", "limitType", "band", "limitTrail", "relaxes", "parts", "waiver", "correction", "missingIsSmallest", "reasons", "moreReasons");

    public static AssessmentKeys Subject { get; } = new(["table", "id", "name"]);

    public static AssessmentKeys Place { get; } = new(["school", "schoolName", "region", "regionName"]);

    public static AssessmentKeys Band { get; } = new(["id", "title"]);

    public static AssessmentKeys Source { get; } = new(["instrument", "number", "clause", "title", "certainty", "issuer", "issued", "since"], "pack", "season", "kind", "effective", "note");

    public static AssessmentKeys Instrument { get; } = new(["pack", "id", "kind", "effective", "note"]);

    public static AssessmentKeys Step { get; } = new(["role", "value", "pack", "packVersion", "since", "until", "source"], "valueType", "relaxes");

    public static AssessmentKeys Relaxation { get; } = new(["authority", "source"]);

    public static AssessmentKeys Part { get; } = new(["id", "veto", "verdict", "rules"]);

    public static AssessmentKeys PartRule { get; } = new(["rule", "verdict", "counts"]);

    public static AssessmentKeys Waiver { get; } = new(["pack", "place", "kind", "rule", "area", "subject", "region", "from", "until", "authority", "reason", "instrument"]);

    public static AssessmentKeys WaiverSummary { get; } = new([.. Waiver.Required, "breaches", "issues", "overlaps"]);

    public static AssessmentKeys Overlap { get; } = new(["pack", "place"]);

    public static AssessmentKeys Correction { get; } = new(["kind", "message", "changes"], "cost");

    public static AssessmentKeys Change { get; } = new(["row", "field", "title", "from", "to", "unit", "cost"], "fromType", "toType", "fieldIs");

    public static AssessmentKeys FieldIs { get; } = new(["type", "meaning"], "unit", "range", "scale", "step", "options", "note", "changeCost", "movesWithin");

    public static AssessmentKeys Field { get; } = new(["table", "name", .. FieldIs.Required], [.. FieldIs._optional]);

    public static AssessmentKeys LocalText { get; } = new(["zh", "en"]);

    public bool Has(string key) => _all.Contains(key);
}
