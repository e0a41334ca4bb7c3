using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>What became of the findings of an assessment until a later one.</summary>
/// <remarks>
/// Immutable; may be shared between threads. A finding is known again by its rule's full id and by the table and id of its row: a class that has the same id in the next school year is taken for the
/// same class. Rows of rules over persons are not followed.
/// </remarks>
public sealed record AssessmentComparison
{
    /// <summary>The earlier assessment.</summary>
    public required RecordedAssessment Before { get; init; }

    /// <summary>The later assessment.</summary>
    public required RecordedAssessment After { get; init; }

    /// <summary>What a reader should know first, in the order of the enum.</summary>
    public required ImmutableArray<ComparisonCaution> Cautions { get; init; }

    /// <summary>The packs that are not the same in both, by id in ordinal order.</summary>
    public required ImmutableArray<PackTrend> Packs { get; init; }

    /// <summary>The rules that only the earlier assessment judged by, by id in ordinal order.</summary>
    public required ImmutableArray<RecordedRule> RulesBefore { get; init; }

    /// <summary>The rules that only the later assessment judged by, by id in ordinal order.</summary>
    public required ImmutableArray<RecordedRule> RulesAfter { get; init; }

    /// <summary>The rows of each table, by table in ordinal order.</summary>
    public required ImmutableArray<RowTrend> Rows { get; init; }

    /// <summary>What became of each finding, by rule, table and id, all ordinal; those of all rows before those of single rows.</summary>
    /// <remarks>Everything that was or is broken or undetermined, or is newly excused. What was and is undetermined is only counted.</remarks>
    public required ImmutableArray<ComparedFinding> Findings { get; init; }

    /// <summary>How many findings have which trend.</summary>
    public required TrendCounts Counts { get; init; }

    /// <summary>The same by rule, for every rule with a trend, in ordinal order of the ids.</summary>
    public required ImmutableArray<RuleTrend> Rules { get; init; }

    /// <summary>The same by area, in ordinal order; the unknown one first.</summary>
    public required ImmutableArray<AreaTrend> Areas { get; init; }

    /// <summary>The same by region and by each region above, by code in ordinal order; the unknown one first. Findings for all rows at once are in none.</summary>
    public required ImmutableArray<RegionTrend> Regions { get; init; }

    /// <summary>The same by school, by id in ordinal order. Rows above schools are in none.</summary>
    public required ImmutableArray<SchoolTrend> Schools { get; init; }

    /// <summary>The rules over persons that broke or were undetermined in either, in ordinal order of the ids.</summary>
    public required ImmutableArray<PersonalTrend> Persons { get; init; }

    /// <summary>The schools where most rose, the first most; those of equal balance by id. Only schools where something rose.</summary>
    public IEnumerable<SchoolTrend> Risers => Schools.Where(s => s.Counts.Balance > 0).OrderByDescending(s => s.Counts.Balance).ThenBy(s => s.School.Id, StringComparer.Ordinal);

    /// <summary>The schools where most fell, the first most; those of equal balance by id. Only schools where something fell.</summary>
    public IEnumerable<SchoolTrend> Fallers => Schools.Where(s => s.Counts.Balance < 0).OrderBy(s => s.Counts.Balance).ThenBy(s => s.School.Id, StringComparer.Ordinal);

    /// <summary>Compares two assessments.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    /// <param name="cancellation">Stops the comparison.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static AssessmentComparison Between(RecordedAssessment before, RecordedAssessment after, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new AssessmentComparer(before, after, cancellation).Compare();
    }

    /// <summary>Whether something is new or worse that is at least so grave; persons as far as their counts tell.</summary>
    /// <param name="least">The least severity that counts.</param>
    public bool HasRisen(Severity least) =>
        Findings.Any(f => f.Trend is FindingTrend.New or FindingTrend.Worse && f.Severity >= least)
        || Persons.Any(p => p.HasRisen && (p.Rule.Severity ?? Severity.Violation) >= least);
}
