using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Makes the overview of an assessment of what rules say of each row.</summary>
/// <remarks>For one run. Areas and measures are made side by side; what is made does not depend on the number of threads.</remarks>
/// <param name="catalogue">The checked packs.</param>
/// <param name="run">What the run is about.</param>
/// <param name="options">How many threads may work.</param>
/// <param name="judge">Evaluates single rows.</param>
internal sealed class OverviewMaker(Catalogue catalogue, RunFacts run, RunOptions options, RuleJudge judge)
{
    private readonly Snapshot _snapshot = run.Judged.Snapshot;
    private readonly PersonalReads _persons = new(run.Judged.Snapshot.Schema, catalogue.Families);
    private readonly List<OverviewRule> _rules = [];

    /// <summary>Takes what a rule says; nothing is made of it yet.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="bits">What it says of each row.</param>
    public void Add(CheckedRule rule, Severity severity, RuleBits bits)
    {
        if (bits.Rows.Count > 0 && !_persons.Has(rule)) _rules.Add(new OverviewRule(rule, severity, bits));
    }

    /// <summary>Makes the overview.</summary>
    /// <param name="cancellation">Stops the run.</param>
    public AssessmentOverview Make(CancellationToken cancellation)
    {
        OverviewPlaces places = new(_snapshot, run.Stacks);
        Dictionary<string, SchoolRuns> runs = _rules.Select(r => r.Rule.Rule.Subject).Distinct(StringComparer.Ordinal)
            .ToDictionary(t => t, t => SchoolRuns.Of(_snapshot.Table(t), _snapshot), StringComparer.Ordinal);
        IGrouping<string, OverviewRule>[] areas = [.. _rules.Where(r => !runs[r.Rule.Rule.Subject].Within(r.Bits.Rows.From, r.Bits.Rows.End).IsEmpty)
            .GroupBy(r => r.Rule.Rule.Area, StringComparer.Ordinal).OrderBy(a => a.Key, StringComparer.Ordinal)];
        SchoolTally[] tallies = SideBySide(areas.Length, i => Tally(areas[i], runs), cancellation);
        MeasureMaker measures = new(_snapshot, judge.Interpreter, cancellation);
        return new AssessmentOverview
        {
            Areas = [.. areas.Select(a => new AreaOverview(a.Key, TitleOf(a.Key)))],
            Regions = places.Regions(),
            Schools = [.. places.Schools.Select(s => new SchoolOverview(places.SubjectOf(s), places.RegionOf(s), [.. tallies.Select(t => t.Of(s))]))],
            Measures = [.. SideBySide(_rules.Count, i => measures.Of(_rules[i]), cancellation).OfType<MeasureOverview>()],
        };
    }

    private SchoolTally Tally(IEnumerable<OverviewRule> rules, Dictionary<string, SchoolRuns> runs)
    {
        SchoolTally tally = new(_snapshot.Table(BaseTables.School).Count);
        foreach (OverviewRule rule in rules) tally.Add(rule, runs[rule.Rule.Rule.Subject]);
        return tally;
    }

    private LocalText TitleOf(string area) => catalogue.Packs.Packs.Select(p => p.Areas.GetValueOrDefault(area)).FirstOrDefault(t => t is not null) ?? LocalText.Empty;

    private T[] SideBySide<T>(int count, Func<int, T> make, CancellationToken cancellation)
    {
        T[] made = new T[count];
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation }, i => made[i] = make(i));
        }
        catch (AggregateException failed)
        {
            // As from one thread: the first trouble is what the caller gets.
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }

        return made;
    }
}
