using System.Collections.Frozen;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <content>Schools that are judged one by one, or as they come.</content>
public sealed partial class Plan
{
    /// <summary>Judges a snapshot of one school by the rules of schools and of what lies below them, with a finding for each row that lacks a fact.</summary>
    /// <param name="school">The facts.</param>
    /// <param name="options">What to judge.</param>
    /// <param name="cancellation">Stops the run.</param>
    internal Assessment RunOne(Snapshot school, RunOptions options, CancellationToken cancellation)
    {
        RunOptions own = options with { EachRow = true, Chosen = options is { Areas.IsEmpty: true, Rules.IsEmpty: true } ? _ofSchools.Value.Ids : OfSchools(options) };
        Check(school, own);
        return RunUnchecked(school, own, cancellation);
    }

    /// <summary>Judges schools as they come; see <see cref="SchoolStreamRun"/>.</summary>
    /// <exception cref="ArgumentException">There is an earlier snapshot.</exception>
    internal IAsyncEnumerable<AssessmentPart> RunAsync<T>(
        IAsyncEnumerable<T> schools, RowShape<T> shape, Action<SnapshotBuilder>? beside, RunOptions options, SnapshotOptions reading, CancellationToken cancellation)
    {
        if (options.Previous is not null) throw new ArgumentException("rows of an earlier snapshot are found only where the data is read as a whole", nameof(options));
        return new SchoolStreamRun(this, options, reading).Run(schools, shape, beside, cancellation);
    }

    private RuleSchedule ScheduleOf(RunOptions options)
    {
        if (options.Chosen is { } chosen) return _ofSchools.IsValueCreated && ReferenceEquals(chosen, _ofSchools.Value.Ids) ? _ofSchools.Value.Schedule : Schedule(options);
        return options is { Areas.IsEmpty: true, Rules.IsEmpty: true } ? _schedule.Value : Schedule(options);
    }

    private FrozenSet<string> OfSchools(RunOptions options) => _catalogue.Rules
        .Where(r => options.Selects(r) && _catalogue.Schema.SelfAndAncestors(r.Rule.Subject).Any(t => t.Name == BaseTables.School)).Select(r => r.FullId).ToFrozenSet(StringComparer.Ordinal);

    private SchoolRules SchoolRulesOf()
    {
        FrozenSet<string> ids = OfSchools(Everything);
        return new SchoolRules(ids, Schedule(Everything with { Chosen = ids }));
    }
}
