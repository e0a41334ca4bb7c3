using System.Collections.Immutable;

namespace ComplianceRules.Findings;

/// <summary>What an assessment says of its schools, regions and measures as wholes: the material of pictures.</summary>
/// <remarks>
/// Immutable; may be shared between threads. Counts every row that was judged, the compliant ones too. Rules over personal tables, rules that read persons and rules that count such rules are left out
/// altogether: small groups would give persons away.
/// </remarks>
public sealed record AssessmentOverview
{
    /// <summary>The areas of the rules that judge a school or a row below one, in ordinal order, with what people read where a pack says.</summary>
    public required ImmutableArray<AreaOverview> Areas { get; init; }

    /// <summary>Every region that was judged, and every region above one, by code in ordinal order.</summary>
    public required ImmutableArray<RegionOverview> Regions { get; init; }

    /// <summary>Every school that was judged, in the order of the data; rows above schools are in none.</summary>
    public required ImmutableArray<SchoolOverview> Schools { get; init; }

    /// <summary>Every rule that measures a number, time or date and applies to a row, by rule and pack in ordinal order.</summary>
    public required ImmutableArray<MeasureOverview> Measures { get; init; }
}
