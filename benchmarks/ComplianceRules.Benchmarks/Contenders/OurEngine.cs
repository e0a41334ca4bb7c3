using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>The library itself. Everything that benchmarks ask of it they ask here, so that another entry is another line.</summary>
/// <param name="plan">The plan.</param>
/// <param name="snapshot">The facts.</param>
/// <param name="threads">How many threads judge.</param>
internal sealed class OurEngine(Plan plan, Snapshot snapshot, int threads = 1)
{
    private readonly RunOptions _options = new() { Threads = threads };

    private long _lines;

    public Snapshot Snapshot => snapshot;

    /// <summary>The library over a made-up nation, by the forty rules and on one thread.</summary>
    public static OurEngine Of(NationShape shape)
    {
        Catalogue catalogue = Inputs.Bench(BenchRules.Pack);
        return new OurEngine(Plan.For(catalogue, Inputs.AsOf), ColumnSnapshot.Make(new MadeUpNation(shape), catalogue.Schema));
    }

    /// <summary>Judges and keeps what each rule says of each row.</summary>
    public void Masks() => plan.Judge(snapshot, _options).Dispose();

    /// <summary>Judges and counts, rule by rule.</summary>
    public Tally Counts()
    {
        Tally tally = new();
        foreach ((string rule, VerdictCounts counts) in CountsByRule()) Put(tally, rule, counts);
        return tally;
    }

    /// <summary>Judges and counts by rules of any pack.</summary>
    public (string Rule, VerdictCounts Counts)[] CountsByRule()
    {
        using Judgement judgement = plan.Judge(snapshot, _options);
        return [.. judgement.Rules.Select((rule, number) => (rule, judgement.CountsOf(number)))];
    }

    /// <summary>Judges, counts, and lists what is broken or open; gives how many lines.</summary>
    public long List()
    {
        CountsAndList();
        return _lines;
    }

    /// <summary>Judges, counts, and lists what is broken or open; gives the counts.</summary>
    public Tally CountsAndList()
    {
        using Judgement judgement = plan.Judge(snapshot, _options);
        Tally tally = new();
        _lines = 0;
        for (int rule = 0; rule < judgement.Rules.Length; rule++)
        {
            Put(tally, judgement.Rules[rule], judgement.CountsOf(rule));
            (ReadOnlyMemory<int> broken, ReadOnlyMemory<int> open) = judgement.RowsOf(rule);
            _lines += broken.Length + open.Length;
        }

        return tally;
    }

    /// <summary>Judges and makes every finding with its evidence and sentences, as programs ask for it.</summary>
    public Assessment Run() => plan.Run(snapshot, _options);

    /// <summary>Judges by the engine that defines the meaning.</summary>
    public Tally ByReference()
    {
        Tally tally = new();
        foreach (RuleSummary rule in plan.Run(snapshot, _options with { Engine = JudgingEngine.Reference }).Rules) Put(tally, rule.Rule, rule.Counts);
        return tally;
    }

    private static void Put(Tally tally, string rule, VerdictCounts counts)
    {
        int number = Array.IndexOf(BenchRules.All, rule[(BenchRules.Pack.Length + 1)..]);
        if (number < 0) throw new InvalidOperationException($"{rule} is no rule of the benchmark pack");
        tally[number, Verdict.Compliant] = counts.Compliant;
        tally[number, Verdict.NonCompliant] = counts.NonCompliant;
        tally[number, Verdict.Undetermined] = counts.Undetermined;
        tally[number, Verdict.NotApplicable] = counts.NotApplicable;
    }
}
