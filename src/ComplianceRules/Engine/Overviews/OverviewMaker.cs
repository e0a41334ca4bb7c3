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
    /// <param name="more">What was found of the same schools by other rules; null for none.</param>
    /// <param name="cancellation">Stops the run.</param>
    public AssessmentOverview Make(OverviewShare? more, CancellationToken cancellation)
    {
        OverviewPlaces places = new(_snapshot, run.Stacks);
        (string Area, SchoolTally Tally)[] areas = Tallied(more, cancellation);
        return new AssessmentOverview
        {
            Areas = [.. areas.Select(a => new AreaOverview(a.Area, TitleOf(a.Area)))],
            Regions = places.Regions(),
            Schools = [.. places.Schools.Select(s => new SchoolOverview(places.SubjectOf(s), places.RegionOf(s), [.. areas.Select(a => a.Tally.Of(s))]))],
            Measures = Measures(more, cancellation),
        };
    }

    /// <summary>What the overview of all schools needs of these.</summary>
    /// <param name="cancellation">Stops the run.</param>
    public OverviewShare Share(CancellationToken cancellation)
    {
        OverviewShare share = new();
        OverviewPlaces places = new(_snapshot, run.Stacks);
        foreach ((string area, SchoolTally tally) in Tallied(null, cancellation))
        {
            Dictionary<string, AreaVerdicts> schools = share.Of(area);
            foreach (int school in places.Schools) schools.Add(_snapshot.Table(BaseTables.School).Id(school), tally.Of(school));
        }

        MeasureMaker measures = new(_snapshot, judge.Interpreter, cancellation);
        MeasureTally?[] tallies = SideBySide(_rules.Count, i => measures.Count(_rules[i]), cancellation);
        for (int i = 0; i < tallies.Length; i++)
        {
            if (tallies[i] is { } tally) share.Add(_rules[i].Rule.FullId, tally);
        }

        return share;
    }

    private (string Area, SchoolTally Tally)[] Tallied(OverviewShare? more, CancellationToken cancellation)
    {
        Dictionary<string, SchoolRuns> runs = _rules.Select(r => r.Rule.Rule.Subject).Distinct(StringComparer.Ordinal)
            .ToDictionary(t => t, t => SchoolRuns.Of(_snapshot.Table(t), _snapshot), StringComparer.Ordinal);
        ILookup<string, OverviewRule> rules = _rules.Where(r => !runs[r.Rule.Rule.Subject].Within(r.Bits.Rows.From, r.Bits.Rows.End).IsEmpty).ToLookup(r => r.Rule.Rule.Area, StringComparer.Ordinal);
        string[] areas = [.. rules.Select(a => a.Key).Union(more?.Areas.Keys ?? Enumerable.Empty<string>(), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return SideBySide(areas.Length, i => (areas[i], Tally(rules[areas[i]], runs, more?.Areas.GetValueOrDefault(areas[i]))), cancellation);
    }

    private SchoolTally Tally(IEnumerable<OverviewRule> rules, Dictionary<string, SchoolRuns> runs, Dictionary<string, AreaVerdicts>? more)
    {
        FactTable schools = _snapshot.Table(BaseTables.School);
        SchoolTally tally = new(schools.Count);
        foreach (OverviewRule rule in rules) tally.Add(rule, runs[rule.Rule.Rule.Subject]);
        for (int school = 0; more is not null && school < schools.Count; school++)
        {
            if (more.TryGetValue(schools.Id(school), out AreaVerdicts? verdicts)) tally.Add(school, verdicts);
        }

        return tally;
    }

    private ImmutableArray<MeasureOverview> Measures(OverviewShare? more, CancellationToken cancellation)
    {
        MeasureMaker measures = new(_snapshot, judge.Interpreter, cancellation);
        MeasureOverview?[] made = SideBySide(_rules.Count, i => measures.Count(_rules[i]) is { } tally ? MeasureMaker.Of(_rules[i].Rule, tally) : null, cancellation);
        if (more is null) return [.. made.OfType<MeasureOverview>()];
        Dictionary<string, MeasureOverview> byRule = new(StringComparer.Ordinal);
        for (int i = 0; i < made.Length; i++)
        {
            if (made[i] is { } measure) byRule.Add(_rules[i].Rule.FullId, measure);
        }

        foreach (CheckedRule rule in catalogue.Rules.Where(r => more.Measures.ContainsKey(r.FullId))) byRule.Add(rule.FullId, MeasureMaker.Of(rule, more.Measures[rule.FullId]));
        return [.. catalogue.Rules.Select(r => byRule.GetValueOrDefault(r.FullId)).OfType<MeasureOverview>()];
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
