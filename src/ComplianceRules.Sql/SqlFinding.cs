using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Sql;

/// <summary>A row that breaks a rule, or whose facts do not decide it, as a database found it.</summary>
/// <remarks>Immutable. It has no sentence and no missing facts: for those the row is read and judged in process.</remarks>
public sealed record SqlFinding
{
    /// <summary>The full id of the rule; where a pack further in took its place, of the rule that it replaces.</summary>
    public required string Rule { get; init; }

    /// <summary>The pack whose rule judged.</summary>
    public required string Pack { get; init; }

    /// <summary>Broken or not decided.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How grave a breach is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How binding the rule is.</summary>
    public required Binding Binding { get; init; }

    /// <summary>The row; without its name.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The region that it lies in; null where it is not known.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>The law that the rule stands on.</summary>
    public required FindingSource Source { get; init; }

    /// <summary>What the row has; null where that is not known, has no distance from a limit, or could speak of persons.</summary>
    public FindingValue? Observed { get; init; }

    /// <summary>The unit of observed, limit and margin; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>The nearer limit; null where it is not known.</summary>
    public FindingValue? Limit { get; init; }

    /// <summary>The room left, negative for a breach; null where the row is not decided or there is no measure.</summary>
    public FindingValue? Margin { get; init; }

    /// <summary>The law that set the limit; null where the rule's own does, or its pack does not say.</summary>
    public FindingSource? LimitSource { get; init; }

    /// <summary>How the limit came about, itself first; empty where no parameter gives it.</summary>
    public ImmutableArray<ValueStep> LimitTrail { get; init; } = [];
}
