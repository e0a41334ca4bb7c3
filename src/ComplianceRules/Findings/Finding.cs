using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>What one rule says of one row, with its evidence.</summary>
/// <remarks>Immutable. <c>System.Text.Json</c> and Newtonsoft.Json write it as an item of <c>findings</c> of <c>assessment.schema.json</c>, complete in itself, and read it again.</remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(FindingJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(FindingNewtonsoftConverter))]
public sealed record Finding
{
    private readonly ShownCount? _shownRows;

    /// <summary>The rule's full id: pack, <c>/</c>, rule; where a pack further in replaces the rule, still that of the rule furthest out.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's title.</summary>
    public required LocalText Title { get; init; }

    /// <summary>The rule's area of policy.</summary>
    public required string Area { get; init; }

    /// <summary>The pack whose rule it is: where a pack further in replaces the rule, that one.</summary>
    public required string Pack { get; init; }

    /// <summary>The row; null where the finding stands for all rows that lack the same column or child table.</summary>
    public Subject? Subject { get; init; }

    /// <summary>How many rows the finding stands for: 1 where it has a subject.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>How many rows a report may show that the finding stands for.</summary>
    public ShownCount ShownRows { get => _shownRows ?? ShownCount.Exactly(Rows); init => _shownRows = value; }

    /// <summary>Where the row lies; null where the finding has no subject.</summary>
    public FindingPlace? Place { get; init; }

    /// <summary>What the rule says.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How grave a breach of the rule is on the day of assessment, whatever the verdict.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How strictly the rule binds.</summary>
    public required Binding Binding { get; init; }

    /// <summary>What the row has; null where it is unknown or the kind measures nothing.</summary>
    public FindingValue? Observed { get; init; }

    /// <summary>The unit of observed, limit and margin; null where they have none. The margin of times is in minutes.</summary>
    public string? Unit { get; init; }

    /// <summary>The limit in force, the nearer one of two; null where it is unknown or the kind has none.</summary>
    public FindingValue? Limit { get; init; }

    /// <summary>The room left, negative for a breach, 0 at the limit; null where undetermined or where there is no measure.</summary>
    public FindingValue? Margin { get; init; }

    /// <summary>The band that the measure falls into; null where the rule has none, below the first, and where undetermined.</summary>
    public FindingBand? Band { get; init; }

    /// <summary>The law that the rule stands on.</summary>
    public required FindingSource Source { get; init; }

    /// <summary>The law that set the limit, where the limit is a parameter; else null.</summary>
    public FindingSource? LimitSource { get; init; }

    /// <summary>The parts of a rule that is composed of others, with their verdicts; else empty.</summary>
    public ImmutableArray<FindingPart> Parts { get; init; } = [];

    /// <summary>What excuses the breach; null unless the verdict is Waived, and for a composed rule that is waived because breaches of its parts are.</summary>
    /// <remarks>Of several waivers that reach the row, the one that holds longest; of those, the first by pack and place, those in a file apart last.</remarks>
    public FindingWaiver? Waiver { get; init; }

    /// <summary>Where the limit is a parameter: the value in force, then the values of other packs that it stands over, outermost first, then the earlier ones of its own pack, latest first; else empty.</summary>
    public ImmutableArray<ValueStep> LimitTrail { get; init; } = [];

    /// <summary>What allows the rule, or a value that it reads for the row, to bind less than packs further out; empty where nothing does.</summary>
    public ImmutableArray<FindingRelaxation> Relaxations { get; init; } = [];

    /// <summary>What people read.</summary>
    public required LocalText Message { get; init; }

    /// <summary>What helps, in the words of the rule's authors; null where the pack does not say.</summary>
    public LocalText? Remedy { get; init; }

    /// <summary>The change of facts that would put it right, or what to collect; null where none was asked for, and for what is neither a breach nor undetermined.</summary>
    public Correction? Correction { get; init; }

    /// <summary>Where undetermined: facts that decide it, whatever their values turn out to be, in ordinal order; else empty.</summary>
    /// <remarks>
    /// What other facts are missing does not matter then. Conditions that read facts are taken as independent of each other: that <c>x > 2</c> follows from <c>x > 3</c>
    /// is not looked at. A finding for all rows together names only the columns and lists that nobody has.
    /// </remarks>
    public ImmutableArray<MissingFact> Missing { get; init; } = [];

    /// <summary>Whether no smaller set than <see cref="Missing"/> decides it: always for up to 12 facts, and wherever no condition stands in the rule twice.</summary>
    /// <remarks>Else the set decides it all the same, and none of its facts can be left out, as far as that was tried.</remarks>
    public bool MissingIsSmallest { get; init; } = true;
}
