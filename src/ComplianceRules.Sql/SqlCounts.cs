using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Sql;

/// <summary>What a database says: how many rows of each region have which verdict by each rule.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="AsOf">The day of assessment.</param>
/// <param name="Counts">The counts in ordinal order of the rules, then of the regions; rules and regions that concern no row are not there.</param>
public sealed record SqlCounts(DateOnly AsOf, ImmutableArray<SqlCount> Counts)
{
    /// <summary>The rules that were judged neither as SQL nor in process, each with its reason, in ordinal order.</summary>
    public ImmutableArray<Diagnostic> LeftOut { get; init; } = [];

    /// <summary>The full ids of the rules of regions of which the database worked out what they ask of each school and of the rows below it, and whose last step was made in process; in ordinal order.</summary>
    public ImmutableArray<string> Reduced { get; init; } = [];

    /// <summary>The full ids of the rules that were judged in process for all schools, in ordinal order.</summary>
    public ImmutableArray<string> InProcess { get; init; } = [];

    /// <summary>How many schools had rules judged in process that others were judged by as SQL: because a cell may be read otherwise, or because they name packs of their own.</summary>
    public int SchoolsInProcess { get; init; }

    /// <summary>All rows of a rule together.</summary>
    /// <param name="rule">The rule's full id.</param>
    public VerdictCounts Of(string rule) => Counts.Where(c => c.Rule == rule).Aggregate(VerdictCounts.None, (sum, c) => sum.Plus(c.Counts));
}
