using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>A catalogue made ready for one day.</summary>
/// <remarks>Immutable; may be shared between threads. It keeps the memory that it judged with for the next run, and no snapshot.</remarks>
public sealed partial class Plan
{
    private static readonly RunOptions Everything = new();

    private readonly Catalogue _catalogue;
    private readonly StackBook _stacks;
    private readonly ImmutableArray<CheckedRule> _inForce;
    private readonly DayWaivers? _waivers;
    private readonly RuleFamilies _families;
    private readonly Lazy<ColumnPlan> _columns;
    private readonly Lazy<RuleSchedule> _schedule;
    private readonly Lazy<ListReach> _reach;
    private readonly Lazy<SchoolRules> _ofSchools;
    private readonly ConditionalWeakTable<Snapshot, SnapshotBinding> _bindings = [];

    private Plan(Catalogue catalogue, DateOnly asOf)
    {
        _catalogue = catalogue;
        _stacks = new StackBook(catalogue, asOf);
        _inForce = [.. catalogue.Rules.Where(r => r.Rule.Effective.Contains(asOf))];
        _waivers = DayWaivers.Of(catalogue.Waivers, asOf);
        _families = new RuleFamilies(_inForce);
        _columns = new Lazy<ColumnPlan>(() => ColumnPlan.For(catalogue.Schema, _inForce, asOf, SeasonCuts.Of(catalogue.Packs)), LazyThreadSafetyMode.PublicationOnly);
        _schedule = new Lazy<RuleSchedule>(() => Schedule(Everything), LazyThreadSafetyMode.PublicationOnly);
        _reach = new Lazy<ListReach>(() => ListReaches.Of(catalogue.Schema, _inForce), LazyThreadSafetyMode.PublicationOnly);
        _ofSchools = new Lazy<SchoolRules>(SchoolRulesOf, LazyThreadSafetyMode.PublicationOnly);
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

    /// <summary>Judges changed facts where an earlier assessment says what is still true of the others.</summary>
    /// <remarks>
    /// The assessment is that of <see cref="Run(Snapshot, RunOptions, CancellationToken)"/> with the options of the earlier one, byte for byte. Which rows have changed is found
    /// by comparing the two snapshots: columns that they share, as those of a <see cref="SnapshotEdit"/> do, are not looked at. Judged anew are the changed rows, all rows above and
    /// below them, the year groups of changed classes, and all rows of a school where a rule reads a list of its school from below. All rows are judged where the earlier assessment was not made with
    /// <see cref="RunOptions.ForReassessment"/> or by this method, where it has an earlier snapshot, where rows, lists, day, calendar or packs of schools are not the same,
    /// where a rule reads lists of regions from below, and where so many rows are touched that it costs no more. <see cref="RunOptions.Progress"/> hears only of the latter runs.
    /// </remarks>
    /// <param name="previous">An assessment made by this plan; it stays as it is.</param>
    /// <param name="changed">The facts now, read by the catalogue's schema.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">The assessment was made by another plan, or the snapshot was read by another schema.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; there is no partial assessment.</exception>
    public Assessment Reassess(Assessment previous, Snapshot changed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(changed);
        if (previous.Basis is not RunBasis basis || basis.Plan != this) throw new ArgumentException("the assessment was not made by this plan", nameof(previous));
        RunOptions options = basis.Options with { ForReassessment = true };
        Check(changed, options);
        Assessment assessment = Touched(basis, changed) is { } touched ? RunOn(basis.Verdicts!, changed, touched, options, cancellation) : RunUnchecked(changed, options, cancellation);
        Keep(changed, options);
        return assessment;
    }

    /// <summary>Judges what a source has in bounded memory, as far as source and rules allow: some schools are read, judged and let go before the next.</summary>
    /// <remarks>
    /// Verdicts, counts and findings are those of <see cref="Run(Snapshot, RunOptions, CancellationToken)"/>; only the order of the findings differs, see <see cref="IFindingSink"/>.
    /// JSON and NDJSON can be read so, where they can be gone through twice. Rules that judge regions or persons, or read facts or lists of a region, need all schools at once:
    /// for them, and those that count them, only the tables and columns that they need are kept. Column files are mapped and not read at all. Everything is read at once from
    /// other sources, where the stream cannot go back, where an earlier snapshot is given (<see cref="RunOptions.Previous"/>), where schools stand below regions or rows elsewhere
    /// than below their school, and where data is refused. Even then some rules are judged at a time and their findings handed over. Nothing is handed over of data that is refused.
    /// No verdicts are kept, so that <see cref="Reassess"/> judges all rows.
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

    /// <summary>Judges data that was gone through before, in bounded memory: for callers who want to know the day and the problems of the data before there is a finding.</summary>
    /// <remarks>As with a source, see <see cref="Run(ISnapshotSource, IFindingSink, RunOptions, SnapshotOptions, CancellationToken)"/>; the data may be judged once. An earlier snapshot cannot be given where the data is read some schools at a time.</remarks>
    /// <param name="data">The data.</param>
    /// <param name="sink">Takes the findings.</param>
    /// <param name="options">What to judge; null for everything.</param>
    /// <param name="reading">How to read, as it was read before; null for the usual.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The assessment without its findings, for the sink has them.</returns>
    /// <exception cref="ArgumentException">The data was read by another schema, there is an earlier snapshot that cannot be used, or an option names a pack, rule, area or school that is not there.</exception>
    /// <exception cref="System.IO.IOException">The data cannot be reached, or changed since: then findings may have been handed over that are to be thrown away.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; findings handed over until then are to be thrown away.</exception>
    public Assessment Run(SurveyedData data, IFindingSink sink, RunOptions? options = null, SnapshotOptions? reading = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(sink);
        if (data.Schema != _catalogue.Schema) throw new ArgumentException("the data was read by the schema of another catalogue", nameof(data));
        if (options?.Previous is not null && data.Whole is null) throw new ArgumentException("rows of an earlier snapshot are found only where the data is read as a whole", nameof(options));
        return new StreamedRun(this, sink, options ?? Everything, reading ?? new SnapshotOptions(), cancellation).Run(data);
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
        RuleJudge judge = new(Facts(snapshot, options, stacks), stacks, _families, cancellation);
        Explanation explanation = new Explainer(snapshot, stacks, judge, _catalogue.Scopes, options).Explain(named, row, AsOf);
        Keep(snapshot, options);
        return explanation;
    }

    /// <summary>Judges every row by one stack, wherever it lies: what a case of a pack wants.</summary>
    /// <param name="facts">The facts and the earlier ones, if any.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="rules">The names of the rules to judge.</param>
    /// <param name="waivers">The waivers of the case; those of the packs hold too.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What the rules said, and what evaluates single rows.</returns>
    internal (Assessment Assessment, RuleJudge Judge) RunCase(
        (Snapshot Now, Snapshot? Previous) facts, PackStack stack, ImmutableArray<string> rules, ImmutableArray<CheckedWaiver> waivers, CancellationToken cancellation)
    {
        RowStacks stacks = new(facts.Now, stack);
        JudgedFacts judged = new(facts.Now, facts.Previous, AsOf) { Waivers = WaiversOf(facts.Now, waivers, stacks) };
        RuleJudge judge = new(judged, stacks, _families, cancellation);
        RunOptions options = new() { Previous = facts.Previous, Rules = rules, Engine = JudgingEngine.Reference };
        return (Run(new RunFacts(judged, stacks, FindingDetail.EveryRow), judge, options, cancellation), judge);
    }

    /// <summary>The stack of a pack and everything further out.</summary>
    /// <param name="pack">The pack.</param>
    internal PackStack StackOf(RulePack pack) => _stacks.Of(_catalogue.Scopes.Of(pack));

    /// <summary>The rules in force on the day, in the order of the catalogue.</summary>
    internal ImmutableArray<CheckedRule> InForce => _inForce;

    /// <summary>The stack of each row of a snapshot of which is known that the options fit.</summary>
    internal RowStacks StacksOf(Snapshot snapshot, RunOptions options) => new(snapshot, _stacks, options);

    /// <summary>What evaluates single rows of a snapshot by stacks that may not be those of the packs.</summary>
    internal RuleJudge JudgeOf(Snapshot snapshot, RowStacks stacks, RunOptions options, CancellationToken cancellation) =>
        new(Facts(snapshot, options, stacks), stacks, _families, cancellation);

    /// <summary>Counts verdicts by stacks that are not those of the packs; nothing is kept of them.</summary>
    /// <returns>For each rule asked for, in the order of the catalogue, how many rows have which verdict.</returns>
    internal ImmutableArray<VerdictCounts> Count(Snapshot snapshot, RowStacks stacks, RunOptions options, CancellationToken cancellation)
    {
        using Judgement judgement = Judge(new SnapshotBinding(Facts(snapshot, options, stacks), _columns.Value, stacks), options, cancellation);
        ImmutableArray<VerdictCounts> counts = [.. Enumerable.Range(0, judgement.Rules.Length).Select(judgement.CountsOf)];
        _columns.Value.Forget(stacks.Distinct);
        Keep(snapshot, options);
        return counts;
    }

    /// <summary>Some rules and all that they count.</summary>
    internal IEnumerable<CheckedRule> WithCounted(CheckedRule rule) => _families.WithCounted([rule]);

    /// <summary>The schema that facts are read by.</summary>
    internal FactSchema Schema => _catalogue.Schema;

    /// <summary>The rules asked for, parted for a streamed run.</summary>
    internal StreamedRules Streamed(RunOptions options) => new(_catalogue, AsOf, options);

    /// <summary>An assessment that was made in parts, with what became of the waivers in all of them.</summary>
    /// <param name="assessment">The assessment, with what its parts found of the waivers together.</param>
    /// <param name="options">What was asked for of the whole.</param>
    /// <param name="covers">The regions of which every school is in the data.</param>
    internal Assessment WithWaivers(Assessment assessment, RunOptions options, ImmutableArray<RegionCode> covers) => assessment.WaiverTally is { } tally
        ? assessment with { Waivers = new WaiverSummaries(_catalogue, WaiversWith(options.Waivers?.Checked ?? [])!, options, covers).Of(tally) }
        : assessment;

    /// <summary>Judges a snapshot of which is known that the options fit.</summary>
    internal Assessment RunUnchecked(Snapshot snapshot, RunOptions options, CancellationToken cancellation)
    {
        RowStacks stacks = new(snapshot, _stacks, options);
        RunFacts run = new(Facts(snapshot, options, stacks), stacks, FindingDetail.Of(options));
        if (options is { ForReassessment: true, Engine: JudgingEngine.Columns, Guest: null }) return RunAndKeep(run, options, cancellation);
        RuleJudge judge = new(run.Judged, run.Stacks, _families, cancellation, options.Guest);
        return Run(run, judge, options, cancellation) with { Basis = new RunBasis(this, options, null) };
    }

    private Assessment Run(RunFacts run, RuleJudge judge, RunOptions options, CancellationToken cancellation)
    {
        AssessmentMaker maker = new(_catalogue, run, options, judge);
        if (options.Engine == JudgingEngine.Reference || options.Guest is not null) return maker.Make(null, cancellation);
        using Judgement judgement = Judge(new SnapshotBinding(run.Judged, _columns.Value, run.Stacks), options, cancellation);
        judge.Take(judgement);
        return maker.Make(judgement.AllBits, cancellation);
    }

    private Assessment RunAndKeep(RunFacts run, RunOptions options, CancellationToken cancellation)
    {
        // Room of its own: what is kept serves no other run.
        SnapshotBinding binding = new(run.Judged, _columns.Value, run.Stacks);
        RuleSchedule schedule = ScheduleOf(options);
        RuleBits[] bits = new ColumnRun(binding, new ColumnDesk(_columns.Value), options, cancellation).Judge(schedule);
        return Kept(new KeptVerdicts(binding, schedule, bits, []), options, null, cancellation);
    }

    private Assessment RunOn(KeptVerdicts before, Snapshot snapshot, IReadOnlyDictionary<string, RowWindow[]> touched, RunOptions options, CancellationToken cancellation)
    {
        SnapshotBinding binding = before.Binding.With(snapshot);
        ColumnDesk desk = _columns.Value.TakeDesk();
        desk.Answers.Begin(binding);
        RuleBits[] bits = new RowReassessment(desk.Worker(0, binding, cancellation), before.Schedule, before.Bits).Judge(touched);
        desk.Answers.Clear();
        _columns.Value.GiveBack(desk);
        return Kept(before with { Binding = binding, Bits = bits }, options, before, cancellation);
    }

    private Assessment Kept(KeptVerdicts verdicts, RunOptions options, KeptVerdicts? before, CancellationToken cancellation)
    {
        RunFacts run = new(verdicts.Binding.Facts, verdicts.Binding.StacksOfRows, FindingDetail.Of(options));
        RuleJudge judge = new(run.Judged, run.Stacks, _families, cancellation);
        for (int rule = 0; rule < verdicts.Bits.Length; rule++)
        {
            if (verdicts.Bits[rule].Answers is not null) judge.Take(verdicts.Schedule.Rules[rule].Rule, verdicts.Bits[rule]);
        }

        AssessmentMaker maker = new(_catalogue, run, options, judge) { Before = before };
        Assessment assessment = maker.Make(verdicts.Bits, cancellation);
        return assessment with { Basis = new RunBasis(this, options, verdicts with { Found = maker.Found }) };
    }

    // Null where all rows are to be judged.
    private IReadOnlyDictionary<string, RowWindow[]>? Touched(RunBasis basis, Snapshot snapshot)
    {
        if (basis.Verdicts is not { } verdicts || basis.Options.Previous is not null || _reach.Value == ListReach.Everywhere) return null;
        return ChangedRows.Between(verdicts.Binding.Snapshot, snapshot) is { } changed ? TouchedRows.Of(snapshot, changed, _reach.Value) : null;
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
        RuleSchedule schedule = ScheduleOf(options);
        ColumnDesk desk = plan.TakeDesk();
        new ColumnRun(binding, desk, options, cancellation).Judge(schedule);
        return new Judgement(plan, schedule, desk);
    }

    private SnapshotBinding BindingOf(Snapshot snapshot, RunOptions options)
    {
        if (options is not { Only: null, SchoolPacks.IsEmpty: true, Previous: null, Waivers: null }) return Bind(snapshot, options);
        return _bindings.TryGetValue(snapshot, out SnapshotBinding? known) ? known : _bindings.GetValue(snapshot, BindPlainly);
    }

    private SnapshotBinding BindPlainly(Snapshot snapshot) => Bind(snapshot, Everything);

    private SnapshotBinding Bind(Snapshot snapshot, RunOptions options)
    {
        RowStacks stacks = new(snapshot, _stacks, options);
        return new SnapshotBinding(Facts(snapshot, options, stacks), _columns.Value, stacks);
    }

    private JudgedFacts Facts(Snapshot snapshot, RunOptions options, RowStacks stacks) => new(snapshot, options.Previous, AsOf) { Waivers = WaiversOf(snapshot, options.Waivers?.Checked ?? [], stacks) };

    private RunWaivers? WaiversOf(Snapshot snapshot, ImmutableArray<CheckedWaiver> more, RowStacks stacks) =>
        WaiversWith(more) is { } waivers ? new RunWaivers(waivers, snapshot, stacks) : null;

    private DayWaivers? WaiversWith(ImmutableArray<CheckedWaiver> more) => more.IsEmpty ? _waivers : DayWaivers.Of([.. _catalogue.Waivers, .. more], AsOf);

    private RuleSchedule Schedule(RunOptions options) =>
        RuleSchedule.Of(_columns.Value, _inForce.Where(options.Selects), _families);

    /// <summary>Throws where a snapshot or an option does not fit.</summary>
    internal void Check(Snapshot snapshot, RunOptions options)
    {
        if (snapshot.Schema != _catalogue.Schema) throw new ArgumentException("the snapshot was read by the schema of another catalogue", nameof(snapshot));
        if (options.Previous is { } earlier && earlier.Schema != _catalogue.Schema) throw new ArgumentException("the earlier snapshot was read by the schema of another catalogue", nameof(options));
        if (options.Waivers is { } waivers && waivers.Catalogue != _catalogue) throw new ArgumentException("the waivers were read against another catalogue", nameof(options));
        // Who names nothing is the usual one, and asks again and again.
        if (options is { Areas.IsEmpty: true, Rules.IsEmpty: true, SchoolPacks.IsEmpty: true }) return;
        FactTable schools = snapshot.Table(BaseTables.School);
        CheckNames(Enumerable.Range(0, schools.Count).Select(schools.Id), options);
    }

    /// <summary>Throws where an option names what is not there.</summary>
    /// <param name="schools">The ids of all schools.</param>
    /// <param name="options">The options.</param>
    internal void CheckNames(IEnumerable<string> schools, RunOptions options)
    {
        string? complaint = Complaint(options.Areas, _catalogue.Rules.Select(r => r.Rule.Area), "area")
            ?? Complaint(options.Rules, _catalogue.Rules.SelectMany(r => r.Names), "rule")
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
