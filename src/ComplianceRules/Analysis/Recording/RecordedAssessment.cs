using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>An assessment as it was written, as far as a comparison needs it.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed record RecordedAssessment
{
    /// <summary>The day of assessment.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The packs, in the order of the assessment.</summary>
    public required ImmutableArray<PackIdentity> Packs { get; init; }

    /// <summary>The full ids of the rules that are not in force on the day.</summary>
    public required ImmutableArray<string> NotInForce { get; init; }

    /// <summary>The rules that judged, by full id in ordinal order.</summary>
    public required ImmutableArray<RecordedRule> Rules { get; init; }

    /// <summary>The findings, in the order of the assessment.</summary>
    public required ImmutableArray<RecordedFinding> Findings { get; init; }

    /// <summary>How many rows of each table became facts.</summary>
    public ImmutableSortedDictionary<string, ShownCount> Rows { get; init; } = ImmutableSortedDictionary.Create<string, ShownCount>(StringComparer.Ordinal);

    /// <summary>The region that alone was judged; null for all.</summary>
    public RegionCode? Only { get; init; }

    /// <summary>Whether compliant and not applicable rows are listed too.</summary>
    public bool ListsAll { get; init; }

    /// <summary>The ids of the rows of each table that was judged and is not of persons; null where the assessment does not tell.</summary>
    public ImmutableSortedDictionary<string, FrozenSet<string>>? Subjects { get; init; }

    /// <summary>Whether it can be told of each row whether it was in the data.</summary>
    public bool TellsRows => ListsAll || Subjects is not null;

    /// <summary>What a comparison needs of an assessment that was just made: the same as when it was written and read again.</summary>
    /// <param name="assessment">The assessment; every finding is made once.</param>
    public static RecordedAssessment Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return AssessmentRecorder.Record(assessment);
    }
}
