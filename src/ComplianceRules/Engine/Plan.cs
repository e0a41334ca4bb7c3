using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>A catalogue made ready for one day.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class Plan
{
    private static readonly RunOptions Everything = new();

    private readonly Catalogue _catalogue;
    private readonly StackBook _stacks;
    private readonly ImmutableArray<CheckedRule> _inForce;
    private readonly Lazy<ColumnPlan> _columns;
    private readonly Lazy<RuleSchedule> _schedule;
    private readonly ConditionalWeakTable<Snapshot, SnapshotBinding> _bindings = [];

    private Plan(Catalogue catalogue, DateOnly asOf)
    {
        _catalogue = catalogue;
        _stacks = new StackBook(catalogue, asOf);
        _inForce = [.. catalogue.Rules.Where(r => r.Rule.Effective.Contains(asOf))];
        _columns = new Lazy<ColumnPlan>(() => ColumnPlan.For(catalogue.Schema, _inForce, asOf), LazyThreadSafetyMode.PublicationOnly);
        _schedule = new Lazy<RuleSchedule>(() => Schedule(Everything), LazyThreadSafetyMode.PublicationOnly);
        AsOf = asOf;
    }

    /// <summary>The day of assessment.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Makes a plan.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="asOf">The day of assessment: the law of that day is applied.</param>
    public static Plan For(Catalogue catalogue, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new Plan(catalogue, asOf);
    }

    /// <summary>Judges a snapshot.</summary>
    /// <remarks>A row is judged by the packs of its own region and those above; a row without region by none. Missing facts give Undetermined, never a pass.</remarks>
    /// <param name="snapshot">The facts, read by the catalogue's schema.</param>
    /// <param name="options">What to judge; null for everything.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">The snapshot or the earlier one was read by another schema, or an option names a pack, rule, area or school that is not there.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; there is no partial assessment.</exception>
    public Assessment Run(Snapshot snapshot, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        options ??= new RunOptions();
        Check(snapshot, options);
        Assessment assessment = RunUnchecked(snapshot, options, cancellation);
        Keep(snapshot, options);
        return assessment;
    }

    /// <summary>Judges what a source has in bounded memory, as far as source and rules allow: some schools are read, judged and let go before the next.</summary>
    /// <remarks>
    /// Verdicts, counts and findings are those of <see cref="Run(Snapshot, RunOptions, CancellationToken)"/>; only the order of the findings differs: they come chunk by chunk, and
    /// those that stand for all rows together come last. JSON and NDJSON can be read so, where they can be gone through twice. Everything is read at once where a rule asked for
    /// judges regions or persons, reads facts or lists of a region or <see cref="RunOptions.Previous"/>, where schools stand below regions or rows elsewhere than below their school,
    /// and where data is refused. Nothing is handed over of data that is refused.
    /// </remarks>
    /// <param name="source">Where the facts come from.</param>
    /// <param name="sink">Takes the findings.</param>
    /// <param name="options">What to judge; null for everything.</param>
    /// <param name="reading">How to read; null for the usual.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The assessment without its findings, for the sink has them; where the data was refused, the problems.</returns>
    /// <exception cref="ArgumentException">The earlier snapshot was read by another schema, or an option names a pack, rule, area or school that is not there.</exception>
    /// <exception cref="System.IO.IOException">The data cannot be reached, or changed while it was read: then findings may have been handed over that are to be thrown away.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; findings handed over until then are to be thrown away.</exception>
    public Checked<Assessment> Run(ISnapshotSource source, IFindingSink sink, RunOptions? options = null, SnapshotOptions? reading = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(sink);
        return new StreamedRun(this, sink, options ?? Everything, reading ?? new SnapshotOptions(), cancellation).Run(source);
    }

    /// <summary>Judges a snapshot without making findings: the verdicts alone.</summary>
    /// <remarks>The verdicts are those of <see cref="Run(Snapshot, RunOptions, CancellationToken)"/>. A snapshot that is judged again by the same plan is judged faster, because what was worked out for it is kept as long as it lives.</remarks>
    /// <param name="snapshot">The facts, read by the catalogue's schema.</param>
    /// <param name="options">What to judge; null for everything. What is listed or named does not matter here.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">The snapshot or the earlier one was read by another schema, or an option names a pack, rule, area or school that is not there.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Judgement Judge(Snapshot snapshot, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        options ??= Everything;
        Check(snapshot, options);
        Judgement judgement = Judge(BindingOf(snapshot, options), options, cancellation);
        Keep(snapshot, options);
        return judgement;
    }

    /// <summary>Explains why one rule says of one row what it says: each part of its conditions with its value, and where limits come from.</summary>
    /// <remarks>The verdict is that of <see cref="Run(Snapshot, RunOptions, CancellationToken)"/>. Rows of personal tables are named, and may be asked for, only with <see cref="RunOptions.IncludePersonal"/>.</remarks>
    /// <param name="snapshot">The facts, read by the catalogue's schema.</param>
    /// <param name="rule">The rule's full id, or its id within its pack where the row meets only one such rule.</param>
    /// <param name="subject">The row as findings name it, such as <c>class:3703220001/301</c>; its own id alone is enough where only one row has it.</param>
    /// <param name="options">Which packs join the row's stack and whether persons may be named; null for none and no. Areas and rules select nothing here.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ExplanationException">There is no such row, or it is a person; there is no such rule, or it does not judge the row on the day.</exception>
    /// <exception cref="ArgumentException">The snapshot was read by another schema, or an option names a pack or school that is not there.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public Explanation Explain(Snapshot snapshot, string rule, string subject, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(subject);
        options ??= new RunOptions();
        Check(snapshot, options);
        RowStacks stacks = new(snapshot, _stacks, options);
        (FactTable table, int row) = ExplanationTarget.Row(snapshot, subject, options.IncludePersonal);
        CheckedRule named = ExplanationTarget.Rule(_catalogue.Rules, rule, table, stacks.Of(table, row), AsOf);
        RuleJudge judge = new(new JudgedFacts(snapshot, options.Previous, AsOf), stacks, _inForce, cancellation);
        Explanation explanation = new Explainer(snapshot, stacks, judge, _catalogue.Scopes, options).Explain(named, row, AsOf);
        Keep(snapshot, options);
        return explanation;
    }

    /// <summary>Judges every row by one stack, wherever it lies: what a case of a pack wants.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="previous">The earlier facts; null where there are none.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="cancellation">Stops the run.</param>
    internal Assessment RunCase(Snapshot snapshot, Snapshot? previous, PackStack stack, CancellationToken cancellation) =>
        Run(snapshot, new RunOptions { Previous = previous }, new RowStacks(snapshot, stack), FindingDetail.EveryRow, cancellation);

    /// <summary>The stack of a pack and everything further out.</summary>
    /// <param name="pack">The pack.</param>
    internal PackStack StackOf(RulePack pack) => _stacks.Of(_catalogue.Scopes.Of(pack));

    /// <summary>The schema that facts are read by.</summary>
    internal FactSchema Schema => _catalogue.Schema;

    /// <summary>Judges a snapshot of which is known that the options fit.</summary>
    internal Assessment RunUnchecked(Snapshot snapshot, RunOptions options, CancellationToken cancellation) =>
        Run(snapshot, options, new RowStacks(snapshot, _stacks, options), FindingDetail.Of(options), cancellation);

    /// <summary>Whether every rule asked for, and every rule that one of those counts, needs a school and what lies below it only.</summary>
    internal bool IsChunkable(RunOptions options) =>
        options.Previous is null && Schedule(options).Rules.All(r => ChunkableRules.Has(r.Rule, _catalogue.Schema));

    private Assessment Run(Snapshot snapshot, RunOptions options, RowStacks stacks, FindingDetail detail, CancellationToken cancellation)
    {
        JudgedFacts facts = new(snapshot, options.Previous, AsOf);
        RuleJudge judge = new(facts, stacks, _inForce, cancellation);
        using Judgement? judgement = options.Engine == JudgingEngine.Columns ? Judge(new SnapshotBinding(facts, _columns.Value, stacks), options, cancellation) : null;
        if (judgement is not null) judge.Take(judgement);
        FindingLister lister = new(snapshot, stacks, judge, _catalogue.Scopes, detail);
        ImmutableArray<RuleSummary>.Builder summaries = ImmutableArray.CreateBuilder<RuleSummary>();
        PersonalTally tally = new(snapshot, stacks, detail);
        ImmutableArray<PersonalCount>.Builder persons = ImmutableArray.CreateBuilder<PersonalCount>();
        ImmutableArray<FindingSegment>.Builder findings = ImmutableArray.CreateBuilder<FindingSegment>();
        int number = 0;
        foreach (CheckedRule rule in _inForce.Where(options.Selects))
        {
            cancellation.ThrowIfCancellationRequested();
            RuleBits bits = judgement?.Bits(number++) ?? judge.Judge(rule);
            RuleSeverity severity = RuleSeverity.Of(rule.Rule, rule.Instrument, AsOf);
            RuleSummary summary = new(rule.FullId, rule.Rule.Title, rule.Rule.Area, rule.Rule.Subject, rule.Rule.Binding, severity.Severity, bits.Counts);
            RuleFindings found = lister.Of(rule, severity, bits.Words(detail.Closed));
            PersonalCounts? counted = snapshot.Schema.IsPersonal(rule.Rule.Subject) ? tally.Count(summary, rule.Pack.Id, bits, found.RowsLacking) : null;
            summaries.Add(counted is null ? summary : summary with { Shown = counted.Sum });
            persons.AddRange(counted?.ByParent ?? []);
            findings.Add(counted is null ? found : found.Showing(counted.Lacking));
        }

        judge.End();
        return new Assessment
        {
            AsOf = AsOf,
            Packs = [.. _catalogue.Packs.Packs.Select(p => new PackIdentity(p.Id, p.Version.ToNormalizedString(), p.Region?.Text, p.Sha256))],
            NotInForce = [.. _catalogue.Rules.Where(r => !r.Rule.Effective.Contains(AsOf) && options.Selects(r)).Select(r => r.FullId)],
            Data = snapshot.Data,
            PreviousData = options.Previous is { } earlier ? EarlierReport(snapshot, earlier) : null,
            Schema = snapshot.Schema,
            Rules = summaries.ToImmutable(),
            Findings = new FindingList(findings.ToImmutable()),
            PersonalCounts = persons.ToImmutable(),
            IncludesPersonal = detail.Persons,
        };
    }

    // A span over a mapped file does not hold the file; these do, until the last row is judged.
    private static void Keep(Snapshot snapshot, RunOptions options)
    {
        GC.KeepAlive(snapshot);
        GC.KeepAlive(options.Previous);
    }

    private Judgement Judge(SnapshotBinding binding, RunOptions options, CancellationToken cancellation)
    {
        ColumnPlan plan = _columns.Value;
        RuleSchedule schedule = options is { Areas.IsEmpty: true, Rules.IsEmpty: true } ? _schedule.Value : Schedule(options);
        ColumnDesk desk = plan.TakeDesk();
        new ColumnRun(binding, desk, options, cancellation).Judge(schedule);
        return new Judgement(plan, schedule, desk);
    }

    private SnapshotBinding BindingOf(Snapshot snapshot, RunOptions options)
    {
        bool isPlain = options is { Only: null, SchoolPacks.IsEmpty: true, Previous: null };
        return isPlain ? _bindings.GetValue(snapshot, of => Bind(of, Everything)) : Bind(snapshot, options);
    }

    private SnapshotBinding Bind(Snapshot snapshot, RunOptions options) =>
        new(new JudgedFacts(snapshot, options.Previous, AsOf), _columns.Value, new RowStacks(snapshot, _stacks, options));

    private RuleSchedule Schedule(RunOptions options) =>
        RuleSchedule.Of(_columns.Value, _inForce.Where(options.Selects), id => _inForce.FirstOrDefault(r => r.FullId == id));

    private static DataReport EarlierReport(Snapshot snapshot, Snapshot earlier) =>
        snapshot.DoubtAbout(earlier) is { } doubt ? earlier.Data with { Issues = earlier.Data.Issues.Insert(0, doubt) } : earlier.Data;

    private void Check(Snapshot snapshot, RunOptions options)
    {
        if (snapshot.Schema != _catalogue.Schema) throw new ArgumentException("the snapshot was read by the schema of another catalogue", nameof(snapshot));
        if (options.Previous is { } earlier && earlier.Schema != _catalogue.Schema) throw new ArgumentException("the earlier snapshot was read by the schema of another catalogue", nameof(options));
        FactTable schools = snapshot.Table(BaseTables.School);
        CheckNames(Enumerable.Range(0, schools.Count).Select(schools.Id), options);
    }

    /// <summary>Throws where an option names what is not there.</summary>
    /// <param name="schools">The ids of all schools.</param>
    /// <param name="options">The options.</param>
    internal void CheckNames(IEnumerable<string> schools, RunOptions options)
    {
        string? complaint = Complaint(options.Areas, _catalogue.Rules.Select(r => r.Rule.Area), "area")
            ?? Complaint(options.Rules, _catalogue.Rules.SelectMany(r => new[] { r.FullId, r.Rule.Id }), "rule")
            ?? Complaint(options.SchoolPacks.Select(p => p.Pack), _catalogue.Packs.Packs.Where(p => p.IsTemplate).Select(p => p.Id), "template pack")
            ?? Complaint(options.SchoolPacks.Select(p => p.School), schools, "school");
        if (complaint is not null) throw new ArgumentException(complaint, nameof(options));
    }

    private static string? Complaint(IEnumerable<string> names, IEnumerable<string> known, string what)
    {
        if (!names.Any()) return null;
        HashSet<string> all = new(known, StringComparer.Ordinal);
        if (names.FirstOrDefault(n => !all.Contains(n)) is not { } unknown) return null;
        string? near = NearestName.Of(unknown, all);
        return near is null ? $"there is no {what} `{unknown}`" : $"there is no {what} `{unknown}` (did you mean `{near}`?)";
    }
}
