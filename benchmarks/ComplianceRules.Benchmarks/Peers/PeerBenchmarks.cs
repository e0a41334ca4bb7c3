using BenchmarkDotNet.Attributes;

namespace ComplianceRules.Benchmarks.Peers;

/// <summary>The forty rules over the same nation by the library and by other engines; all count the verdicts of every rule.</summary>
[Config(typeof(PeerConfig))]
[MemoryDiagnoser]
public class PeerBenchmarks
{
    private const int Chunk = 1_000;

    private EvaluationTask _task = null!;
    private LinqRules _linq = null!;
    private NRulesPeer _nrules = null!;
    private RulesEnginePeer _rulesEngine = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(500)]
    public int Schools { get; set; }

    /// <summary>How many of a hundred facts are missing.</summary>
    [Params(0, 10)]
    public int Missing { get; set; }

    /// <summary>Makes the nation, and holds that all come to the same counts.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _task = new EvaluationTask(new NationShape { Schools = Schools, Regions = 5, MissingPercent = Missing });
        LinqFacts facts = LinqFacts.Of(_task.Rows);
        _linq = new LinqRules(_task.Rows);
        _nrules = new NRulesPeer(facts);
        _rulesEngine = new RulesEnginePeer(facts);
        new FairnessGate(FormattableString.Invariant($"{Schools} schools, {Missing} % missing"))
            .With("ours", _task.Ours.Counts()).With("reference interpreter", _task.Ours.ByReference()).With("compiled LINQ", _linq.Counts())
            .With("NRules, all facts", _nrules.AllAtOnce()).With("NRules, chunks", _nrules.InChunks(Chunk))
            .With("RulesEngine, default", _rulesEngine.Default()).With("RulesEngine, tuned", _rulesEngine.WithoutExtras()).With("RulesEngine, whole arrays", _rulesEngine.WholeArrays());
    }

    /// <summary>The library.</summary>
    [Benchmark(Baseline = true)]
    public long Ours() => _task.Ours.Counts().Sum.Total;

    /// <summary>The library's interpreter, row by row.</summary>
    [Benchmark]
    public long Interpreter() => _task.Ours.ByReference().Sum.Total;

    /// <summary>Compiled expression trees, without an engine.</summary>
    [Benchmark]
    public long CompiledLinq() => _linq.Counts().Sum.Total;

    /// <summary>NRules with all facts in one session.</summary>
    [Benchmark]
    public long NRulesAllFacts() => _nrules.AllAtOnce().Sum.Total;

    /// <summary>NRules with a thousand facts a session.</summary>
    [Benchmark]
    public long NRulesChunks() => _nrules.InChunks(Chunk).Sum.Total;

    /// <summary>RulesEngine as it comes.</summary>
    [Benchmark]
    public long RulesEngineDefault() => _rulesEngine.Default().Sum.Total;

    /// <summary>RulesEngine without messages, scoped parameters and actions.</summary>
    [Benchmark]
    public long RulesEngineTuned() => _rulesEngine.WithoutExtras().Sum.Total;

    /// <summary>RulesEngine asked once a rule, of whole arrays.</summary>
    [Benchmark]
    public long RulesEngineWholeArrays() => _rulesEngine.WholeArrays().Sum.Total;
}
