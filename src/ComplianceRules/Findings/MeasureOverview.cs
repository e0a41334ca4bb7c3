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
    /// <summary>What every measure is a multiple of, such as 1 for whole numbers, minutes and days; null where measures lie anywhere.</summary>
    public double? Step { get; init; }

    /// <summary>The least known measure; null where none is known.</summary>
    /// <remarks>Where it is below the first bin, that bin counts the rows below it too: a few far rows are not to press the picture together.</remarks>
    public double? Least { get; init; }

    /// <summary>The greatest known measure; null where none is known. Where it is above the last bin, that bin counts the rows above it too.</summary>
    public double? Most { get; init; }

    /// <summary>The bins, ascending, next to each other and equally wide; at most 62, empty where no row has a known measure.</summary>
    public required ImmutableArray<MeasureBin> Bins { get; init; }

    /// <summary>The limits that rows were held to, with how many rows each, ascending; no more than 12, the commonest where there are more.</summary>
    /// <remarks>None where there are more than a thousand: then each row is held to one of its own.</remarks>
    public required ImmutableArray<MeasureLimit> Limits { get; init; }

    /// <summary>How many rows there are whose measure is not known.</summary>
    public required long Unknown { get; init; }

    /// <summary>How many rows were looked at: all that the rule applies to, or may apply to.</summary>
    public required long Rows { get; init; }
}
