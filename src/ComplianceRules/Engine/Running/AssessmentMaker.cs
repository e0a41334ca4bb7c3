using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Makes an assessment of what rules say of each row.</summary>
/// <remarks>For one thread and one run.</remarks>
/// <param name="catalogue">The checked packs.</param>
/// <param name="run">What the run is about.</param>
/// <param name="options">What is asked for.</param>
/// <param name="judge">Explains single rows.</param>
internal sealed class AssessmentMaker(Catalogue catalogue, RunFacts run, RunOptions options, RuleJudge judge)
{
    private readonly ImmutableArray<CheckedRule> _asked = [.. catalogue.Rules.Where(r => r.Rule.Effective.Contains(run.Judged.AsOf) && options.Selects(r))];
    private readonly ImmutableArray<RuleSummary>.Builder _summaries = ImmutableArray.CreateBuilder<RuleSummary>();
    private readonly ImmutableArray<PersonalCount>.Builder _persons = ImmutableArray.CreateBuilder<PersonalCount>();
    private readonly ImmutableArray<FindingSegment>.Builder _findings = ImmutableArray.CreateBuilder<FindingSegment>();
    private readonly List<(VerdictCounts Counts, FoundRows Rows)> _found = [];
    private readonly OverviewMaker? _overview = options.Overview || options.Sharing is not null ? new OverviewMaker(catalogue, run, options, judge) : null;
    private readonly WaiverCounter? _waivers = run.Judged.Waivers is { } waivers ? new WaiverCounter(waivers) : null;

    /// <summary>What the same rules said of the same rows before their facts changed; null where that is not known.</summary>
    public KeptVerdicts? Before { get; init; }

    /// <summary>For each rule what follows of its verdicts.</summary>
    public (VerdictCounts Counts, FoundRows Rows)[] Found => [.. _found];

    /// <summary>Makes it.</summary>
    /// <param name="bits">What each rule says, in the order of the rules; null where the judge is to be asked.</param>
    /// <param name="cancellation">Stops the run.</param>
    public Assessment Make(ReadOnlyMemory<RuleBits>? bits, CancellationToken cancellation)
    {
        FindingLister lister = new(run.Judged.Snapshot, run.Stacks, judge, catalogue.Scopes, run.Detail);
        PersonalTally tally = new(run.Judged.Snapshot, run.Stacks, run.Detail);
        for (int number = 0; number < _asked.Length; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(number, bits is { } known ? known.Span[number] : judge.Judge(_asked[number]), lister, tally);
        }

        AssessmentOverview? overview = options.Overview ? _overview?.Make(options.Shared, cancellation) : null;
        options.Sharing?.Take(_overview!.Share(cancellation));
        judge.End();
        return Assessed() with { Overview = overview };
    }

    /// <summary>What a report says of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="counts">How many rows have which verdict.</param>
    public static RuleSummary SummaryOf(CheckedRule rule, RuleSeverity severity, VerdictCounts counts) =>
        new(rule.Id, rule.Pack.Id, rule.Rule.Title, rule.Rule.Area, rule.Rule.Subject, rule.Rule.Binding, severity.Severity, counts) { Source = rule.Source, Remedy = rule.Rule.Remedy };

    /// <summary>The ids of all rows of some tables, those of persons left out.</summary>
    /// <param name="tables">The tables; may hold one twice.</param>
    /// <param name="snapshot">The facts.</param>
    public static ImmutableSortedDictionary<string, IReadOnlyCollection<string>> SubjectsOf(IEnumerable<string> tables, Snapshot snapshot) =>
        tables.Distinct(StringComparer.Ordinal).Where(t => !snapshot.Schema.IsPersonal(t))
            .ToImmutableSortedDictionary(t => t, t => (IReadOnlyCollection<string>)new SubjectIds(snapshot.Table(t)), StringComparer.Ordinal);

    private void Add(int number, RuleBits bits, FindingLister lister, PersonalTally tally)
    {
        CheckedRule rule = _asked[number];
        bool isOfPersons = run.Judged.Snapshot.Schema.IsPersonal(rule.Rule.Subject);
        bool isAsBefore = Before is not null && Before.Bits[number] == bits;
        RuleSeverity severity = RuleSeverity.Of(rule, run.Judged.AsOf);
        VerdictCounts counts = isAsBefore ? Before!.Found[number].Counts : bits.Counts;
        RuleSummary summary = SummaryOf(rule, severity, counts);

        // Whether rows of persons are kept depends on the facts as well.
        RuleFindings found = isAsBefore && !isOfPersons ? lister.Of(rule, severity, Before!.Found[number].Rows) : lister.Of(rule, severity, bits.Words(run.Detail.Closed));
        PersonalCounts? counted = isOfPersons ? tally.Count(summary, rule.Reach, bits, found.RowsLacking) : null;
        _waivers?.Add(rule, run.Judged.Snapshot.Table(rule.Rule.Subject), bits);
        _overview?.Add(rule, severity.Severity, bits);
        _found.Add((counts, found.Found));
        _summaries.Add(counted is null ? summary : summary with { Shown = counted.Sum });
        _persons.AddRange(counted?.ByParent ?? []);
        _findings.Add(counted is null ? found : found.Showing(counted.Lacking));
    }

    private Assessment Assessed()
    {
        Snapshot snapshot = run.Judged.Snapshot;
        WaiverTally? tally = _waivers?.Tally();
        HashSet<string> judging = [.. run.Stacks.Packs];
        return new Assessment
        {
            AsOf = run.Judged.AsOf,
            Packs = [.. catalogue.Packs.Packs.Select(p => new PackIdentity(p.Id, p.Version.ToNormalizedString(), p.Region, p.Sha256) { HasRows = judging.Contains(p.Id) })],
            NotInForce = [.. catalogue.Rules.Where(r => !r.Rule.Effective.Contains(run.Judged.AsOf) && options.Selects(r)).Select(r => r.FullId)],
            Data = snapshot.Data,
            PreviousData = run.Judged.Previous is { } earlier ? EarlierReport(snapshot, earlier) : null,
            Schema = snapshot.Schema,
            Rules = _summaries.ToImmutable(),
            Areas = catalogue.AreaTitles(_asked),
            Findings = new FindingList(_findings.ToImmutable()),
            PersonalCounts = _persons.ToImmutable(),
            IncludesPersonal = run.Detail.Persons,
            Only = options.Only,
            ListsAll = options.IncludeAll,
            Subjects = SubjectsOf(_summaries.Select(r => r.Subject), snapshot),
            WaiverTally = tally,
            Waivers = tally is null ? [] : new WaiverSummaries(catalogue, run.Judged.Waivers!.Day, options, snapshot.Covers).Of(tally),
        };
    }

    private static DataReport EarlierReport(Snapshot snapshot, Snapshot earlier) =>
        snapshot.DoubtAbout(earlier) is { } doubt ? earlier.Data with { Issues = earlier.Data.Issues.Insert(0, doubt) } : earlier.Data;
}
