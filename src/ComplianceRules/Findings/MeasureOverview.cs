using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>How the measure of a rule is spread over the rows that it applies to.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule's full id, as findings know it.</param>
/// <param name="Pack">The pack whose rule it is.</param>
/// <param name="Measure">What people call the measure; empty where nobody says.</param>
/// <param name="Type">Number, time (in minutes after midnight on the field's scale) or date (in days since 0001-01-01).</param>
/// <param name="Unit">The unit of a number; null for other types and where it has none.</param>
public sealed record MeasureOverview(string Rule, string Pack, LocalText Measure, FieldType Type, string? Unit)
{
    /// <summary>The bins, ascending and next to each other; empty where no row has a known measure.</summary>
    public required ImmutableArray<MeasureBin> Bins { get; init; }

    /// <summary>The limits that rows were held to, with how many rows each, ascending; no more than 12, the commonest where there are more.</summary>
    public required ImmutableArray<MeasureLimit> Limits { get; init; }

    /// <summary>How many rows the rule applies to whose measure is not known.</summary>
    public required long Unknown { get; init; }

    /// <summary>How many rows were looked at for the bins: all that the rule applies to.</summary>
    public required long Rows { get; init; }
}
