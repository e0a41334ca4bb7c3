using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>All parts of one run, from which the assessment of all schools is made.</summary>
/// <remarks>
/// The assessment is that of <see cref="Plan.Run(Snapshot, RunOptions, CancellationToken)"/> over all the data with the options of the parts, and reports of it are the same, byte for
/// byte; only <see cref="Assessment.For"/> and <see cref="Assessment.In"/> do not tell one by one the rows that lack the same column or list. What rules of schools found is taken from the
/// parts; only the rules that need all schools are judged here. Findings are read from the parts when they are looked at, so those stay open. May be shared between threads.
/// </remarks>
public sealed class ShardMerge
{
    private readonly Catalogue _catalogue;
    private readonly Plan _plan;
    private readonly StreamedRules _rules;
    private readonly ImmutableArray<AssessmentShard> _parts;
    private readonly Snapshot _facts;

    private ShardMerge(Catalogue catalogue, Plan plan, ImmutableArray<AssessmentShard> parts, WaiverFile? waivers, Snapshot facts)
    {
        (_catalogue, _plan, _parts, _facts) = (catalogue, plan, parts, facts);
        Options = parts[0].Options with { Waivers = waivers };
        _rules = plan.Streamed(Options);
    }

    /// <summary>The day of assessment.</summary>
    public DateOnly AsOf => _plan.AsOf;

    /// <summary>What was judged.</summary>
    public RunOptions Options { get; }

    /// <summary>What reports are to call the data; null where it has no name.</summary>
    public string? Source => _parts[0].Source;

    /// <summary>What reading the data found.</summary>
    public DataReport Data => _parts[0].Content.Report;

    private bool IsChunked => _parts[0].Content.Head.IsChunked;

    /// <summary>Brings parts together.</summary>
    /// <param name="catalogue">The packs that judged them.</param>
    /// <param name="shards">The parts, one of each share, in any order.</param>
    /// <param name="waivers">The file of waivers that they were judged with; null for none.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The parts together; where they are not all the parts of one run by these packs, every reason.</returns>
    /// <exception cref="ArgumentException">There is no part, or the waivers were read against another catalogue.</exception>
    /// <exception cref="System.IO.IOException">A part cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Checked<ShardMerge> Of(Catalogue catalogue, IEnumerable<AssessmentShard> shards, WaiverFile? waivers = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(shards);
        ImmutableArray<AssessmentShard> given = [.. shards];
        if (given.IsEmpty) throw new ArgumentException("there is no part", nameof(shards));
        if (waivers is not null && waivers.Catalogue != catalogue) throw new ArgumentException("the waivers were read against another catalogue", nameof(waivers));
        ImmutableArray<Diagnostic> problems = [.. new ShardCheck(catalogue, given, waivers).Problems()];
        if (!problems.IsEmpty) return new Checked<ShardMerge>(null, problems);
        ImmutableArray<AssessmentShard> parts = [.. given.OrderBy(s => s.Shard.Number)];
        (Snapshot? facts, AssessmentShard? damaged) = new ShardFacts(catalogue.Schema, parts, cancellation).Join();
        if (facts is null) return new Checked<ShardMerge>(null, [new Diagnostic(DiagnosticCodes.PartDamaged, SourceSpan.Whole(damaged!.Name))]);
        ShardMerge merge = new(catalogue, Plan.For(catalogue, parts[0].AsOf), parts, waivers, facts);
        AssessmentShard? other = parts.FirstOrDefault(p => !p.Content.Head.Rules.SequenceEqual(merge._rules.OfSchools.Select(r => r.FullId)));
        return new Checked<ShardMerge>(merge, other is null ? [] : [new Diagnostic(DiagnosticCodes.PartDamaged, SourceSpan.Whole(other.Name))]);
    }

    /// <summary>Makes the assessment of all schools.</summary>
    /// <param name="overview">Whether it carries an overview of schools, regions and measures.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Assessment Run(bool overview = false, CancellationToken cancellation = default)
    {
        Assessment ofAll = JudgeOthers(overview, cancellation);
        FindingLister lister = _plan.ListerOf(_facts, Options);
        Dictionary<string, FindingSegment[]> segments = new(StringComparer.Ordinal);
        for (int i = 0; i < _rules.OfAll.Length; i++) segments.Add(_rules.OfAll[i].FullId, [ofAll.Findings.Segments[i]]);
        MergedRows rows = RowsOf(lister);
        MergedOrder order = new(_parts, _facts);
        for (int i = 0; i < _rules.OfSchools.Length; i++)
        {
            CheckedRule rule = _rules.OfSchools[i];
            FindingSegment single = new MergedFindings(rule, RuleSeverity.Of(rule, AsOf).Severity, order.Of(i), rows);
            segments.Add(rule.FullId, Together(i, lister) is { } together ? [new GivenFindings([together]), single] : [single]);
        }

        return Joined(ofAll) with
        {
            Findings = new FindingList([.. _rules.InOrder.SelectMany(r => segments[r.FullId])]),
            Subjects = AssessmentMaker.SubjectsOf(_rules.InOrder.Select(r => r.Rule.Subject), _facts),
        };
    }

    /// <summary>Hands the findings over in the order of a run over the source of the data: by chunks of schools, where schools were read so.</summary>
    /// <param name="sink">Takes the findings.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The assessment without its findings, for the sink has them.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Assessment Run(IFindingSink sink, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (!IsChunked)
        {
            Assessment whole = Run(overview: false, cancellation);
            sink.Take(whole.Findings);
            return whole with { Findings = [], Subjects = null };
        }

        Assessment ofAll = JudgeOthers(overview: false, cancellation);
        FindingLister lister = _plan.ListerOf(_facts, Options);
        MergedRows rows = RowsOf(lister);
        foreach (ImmutableArray<(AssessmentShard, PartFinding)>[] chunk in new MergedOrder(_parts, _facts).Chunks())
        {
            cancellation.ThrowIfCancellationRequested();
            sink.Take(new FindingList([.. _rules.OfSchools.Select((rule, i) => new MergedFindings(rule, RuleSeverity.Of(rule, AsOf).Severity, chunk[i], rows))]));
        }

        sink.Take(FindingList.Of(_rules.OfSchools.Select((_, i) => Together(i, lister)).OfType<Finding>()));
        sink.Take(ofAll.Findings);
        return Joined(ofAll) with { Findings = [], Subjects = null };
    }

    private Assessment JudgeOthers(bool overview, CancellationToken cancellation)
    {
        OverviewShare shared = new();
        if (overview)
        {
            foreach (AssessmentShard part in _parts) shared.Take(part.Content.Overview);
        }

        RunOptions others = Options with { Overview = overview, Shared = overview ? shared : null, Chosen = _rules.OfAll.Select(r => r.FullId).Concat(_rules.NotInForce).ToFrozenSet(StringComparer.Ordinal) };
        return _plan.RunUnchecked(_facts, others, cancellation);
    }

    private Assessment Joined(Assessment ofAll)
    {
        Dictionary<string, RuleSummary> summaries = new(StringComparer.Ordinal);
        for (int i = 0; i < _rules.OfAll.Length; i++) summaries.Add(_rules.OfAll[i].FullId, ofAll.Rules[i]);
        for (int i = 0; i < _rules.OfSchools.Length; i++)
        {
            CheckedRule rule = _rules.OfSchools[i];
            summaries.Add(rule.FullId, AssessmentMaker.SummaryOf(rule, RuleSeverity.Of(rule, AsOf), _parts.Aggregate(VerdictCounts.None, (sum, part) => sum.Plus(part.Content.Counts[i]))));
        }

        Assessment joined = ofAll with
        {
            Data = Data,
            Rules = [.. _rules.InOrder.Select(r => summaries[r.FullId])],
            Areas = _catalogue.AreaTitles(_rules.InOrder),
            WaiverTally = WaiverTally.Sum(_parts.Select(p => p.Content.Waivers).Append(ofAll.WaiverTally)),
            Basis = null,
        };
        return _plan.WithWaivers(joined, Options, _facts.Covers);
    }

    private MergedRows RowsOf(FindingLister lister) => new(_facts.Schema, [.. _catalogue.Waivers, .. Options.Waivers?.Checked ?? []], lister.Places);

    // Why nobody has a column or list is the same for every row that a rule of schools judges.
    private Finding? Together(int number, FindingLister lister)
    {
        CheckedRule rule = _rules.OfSchools[number];
        LackingRows[] parts = [.. _parts.Select(p => p.Content.Lacking[number]).Where(l => l.Count > 0)];
        if (parts.Length == 0) return null;
        LackingRows all = new(parts.Sum(p => p.Count), [.. parts.SelectMany(p => p.Facts).DistinctBy(f => f.Path).OrderBy(f => f.Path, StringComparer.Ordinal)], FoundRows.None);
        return lister.Findings.OfAll(rule, RuleSeverity.Of(rule, AsOf), all, ShownCount.Exactly(all.Count));
    }
}
