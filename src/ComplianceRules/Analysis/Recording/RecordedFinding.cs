using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>A finding as a written assessment tells it, as far as a comparison needs it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RecordedFinding
{
    /// <summary>The rule's full id.</summary>
    public required string Rule { get; init; }

    /// <summary>The pack whose rule it is.</summary>
    public required string Pack { get; init; }

    /// <summary>The row; null where the finding stands for all rows that lack the same column or list.</summary>
    public Subject? Subject { get; init; }

    /// <summary>How many rows it stands for.</summary>
    public ShownCount Rows { get; init; } = ShownCount.Exactly(1);

    /// <summary>Where the row lies; null where there is no row, and where the assessment does not tell.</summary>
    public FindingPlace? Place { get; init; }

    /// <summary>What the rule says.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How grave a breach is on the day.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What the row has, as data writes it; null where it is unknown or nothing is measured.</summary>
    public string? Observed { get; init; }

    /// <summary>The limit, as data writes it; null where it is unknown or there is none.</summary>
    public string? Limit { get; init; }

    /// <summary>The room left, negative for a breach; null where there is no measure, and where a decimal cannot hold it.</summary>
    public decimal? Margin { get; init; }

    /// <summary>The unit of all three; null where they have none. The margin of times is in minutes.</summary>
    public string? Unit { get; init; }

    /// <summary>What people read.</summary>
    public required LocalText Message { get; init; }

    /// <summary>Where undetermined, the facts that decide it; else empty.</summary>
    public ImmutableArray<string> Missing { get; init => field = value.IsDefault ? [] : value; } = [];
}
