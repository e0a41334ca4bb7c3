using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Judging facts that lie in memory: the same made-up nation for all contenders, and room for what each gives.</summary>
internal sealed class EvaluationTask
{
    // The interpreter takes a microsecond a verdict, objects for delegates take memory.
    private const int MostOfReference = 500;

    private readonly Plan _plan;
    private readonly HandMasks _masks;
    private readonly HandList _list = new();

    public EvaluationTask(NationShape shape)
    {
        Shape = shape;
        MadeUpNation nation = new(shape);
        Catalogue catalogue = Inputs.Bench(BenchRules.Pack);
        Task<NationRows> rows = Task.Run(() => NationRows.Of(nation));
        Snapshot = ColumnSnapshot.Make(nation, catalogue.Schema);
        Rows = rows.GetAwaiter().GetResult();
        _plan = Plan.For(catalogue, Inputs.AsOf);
        Ours = OnThreads(1);
        _masks = new HandMasks(Rows.Schools.Length, Rows.Classes.Length);
    }

    public NationShape Shape { get; }

    public NationRows Rows { get; }

    public Snapshot Snapshot { get; }

    public OurEngine Ours { get; }

    public bool HasAllFacts => Shape.MissingPercent == 0;

    /// <summary>How many verdicts one run gives.</summary>
    public long Evaluations => (Rows.Classes.Length * (long)BenchRules.OfClasses.Length) + (Rows.Schools.Length * (long)BenchRules.OfSchools.Length);

    /// <summary>The library on so many threads.</summary>
    public OurEngine OnThreads(int threads) => new(_plan, Snapshot, threads);

    public void Hand2Masks() => Hand2.Judge(Rows, _masks);

    public void Hand3Masks() => Hand3.Judge(Rows, _masks);

    public void Hand3BranchingMasks() => Hand3Branching.Judge(Rows, _masks);

    public void Hand2List() => Hand2.List(Rows, _list);

    public void Hand3List() => Hand3.List(Rows, _list);

    public void Hand3BranchingList() => Hand3Branching.List(Rows, _list);

    /// <summary>Holds that all contenders come to the same counts and to lists of the same length.</summary>
    /// <exception cref="UnfairException">They do not.</exception>
    public void Gate()
    {
        FairnessGate gate = new(FormattableString.Invariant($"{Shape.Schools} schools, {Shape.MissingPercent} % missing"));
        gate.With("ours", Ours.Counts());
        if (HasAllFacts)
        {
            Array.Clear(_masks.OpenClasses);
            Array.Clear(_masks.OpenSchools);
            gate.With("hand2 masks", Masks(Hand2Masks)).With("hand2 list", List(Hand2List));
        }

        gate.With("hand3 masks", Masks(Hand3Masks)).With("hand3 with branches masks", Masks(Hand3BranchingMasks))
            .With("hand3 with branches list", List(Hand3BranchingList)).With("hand3 list", List(Hand3List));
        if (Rows.Schools.Length <= MostOfReference) gate.With("reference interpreter", Ours.ByReference()).With("compiled LINQ", new LinqRules(Rows).Counts());
        gate.WithLines("ours", Ours.List(), _list.Items.Length);
    }

    private Tally Masks(Action judge)
    {
        judge();
        return _masks.Count();
    }

    private Tally List(Action judge)
    {
        judge();
        return _list.Count(Rows.Schools.Length, Rows.Classes.Length);
    }
}
