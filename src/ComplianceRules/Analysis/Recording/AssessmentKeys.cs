using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ComplianceRules.Analysis;

/// <summary>The keys of an object of an assessment. A test holds them to <c>assessment.schema.json</c>.</summary>
internal sealed class AssessmentKeys
{
    /// <summary>The key of a finding that holds its limit: no kind of rule.</summary>
    public const string Limit = "limit";

    private readonly FrozenSet<string> _all;

    private AssessmentKeys(ImmutableArray<string> required, params ReadOnlySpan<string> optional)
    {
        Required = required;
        _all = [.. required, .. optional];
    }

    /// <summary>The keys that must be there.</summary>
    public ImmutableArray<string> Required { get; }

    public IEnumerable<string> All => _all;

    // Files of former versions have no `rules`, `areas`, `only`, `listsAll` and `subjects`.
    public static AssessmentKeys Head { get; } = new(
        ["schemaVersion", "asOf", "packs", "notInForce", "data", "summary", "persons"],
        "findings", "rules", "areas", "only", "listsAll", "subjects", "previousData", "waivers");

    public static AssessmentKeys Pack { get; } = new(["id", "version", "region", "sha256", "hasRows"]);

    public static AssessmentKeys Rule { get; } = new(["id", "pack", "title", "area", "subject", "severity", "binding"], "personal");

    public static AssessmentKeys Data { get; } = new(["rows", "filtered", "skipped", "issues", "unreported"]);

    public static AssessmentKeys Summary { get; } = new(["verdicts", "byRule"]);

    public static AssessmentKeys Counts { get; } = new(["compliant", "nonCompliant", "undetermined", "notApplicable", "waived"]);

    public static AssessmentKeys Persons { get; } = new(["rule", "parent", "verdict", "severity", "rows"]);

    public static AssessmentKeys Finding { get; } = new(
        ["rule", "pack", "subject", "verdict", "severity", "binding", "observed", "unit", Limit, "margin", "source", "limitSource", "message", "remedy", "missing"],
        "rows", "place", "band", "limitTrail", "relaxes", "parts", "waiver", "correction", "missingIsSmallest", "reasons");

    public static AssessmentKeys Subject { get; } = new(["table", "id", "name"]);

    public static AssessmentKeys Place { get; } = new(["school", "schoolName", "region", "regionName"]);

    public static AssessmentKeys LocalText { get; } = new(["zh", "en"]);

    public bool Has(string key) => _all.Contains(key);
}
