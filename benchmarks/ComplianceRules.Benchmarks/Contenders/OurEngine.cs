using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>The library itself. Everything that benchmarks ask of it they ask here, so that another entry is another line.</summary>
/// <remarks>Until there is a leaner entry, masks, counts and list are all those of a whole run.</remarks>
/// <param name="plan">The plan.</param>
/// <param name="snapshot">The facts.</param>
/// <param name="threads">How many threads judge.</param>
internal sealed class OurEngine(Plan plan, Snapshot snapshot, int threads = 1)
{
    private readonly RunOptions _options = new() { Threads = threads };

    /// <summary>Judges and keeps what each rule says of each row.</summary>
    public void Masks() => plan.Run(snapshot, _options);

    /// <summary>Judges and counts, rule by rule.</summary>
    public Tally Counts() => Count(Run());

    /// <summary>Judges, counts, and lists what is broken or open; gives how many lines.</summary>
    public long List() => Run().Findings.Length;

    /// <summary>Judges and makes every finding with its evidence and sentences, as programs ask for it.</summary>
    public Assessment Run() => plan.Run(snapshot, _options);

    /// <summary>Judges by the engine that defines the meaning.</summary>
    public Tally ByReference() => Count(plan.Run(snapshot, _options with { Engine = JudgingEngine.Reference }));

    /// <summary>The counts of an assessment by the benchmark pack.</summary>
    private static Tally Count(Assessment assessment)
    {
        Tally tally = new();
        foreach (RuleSummary rule in assessment.Rules)
        {
            int number = Array.IndexOf(BenchRules.All, rule.Rule[(BenchRules.Pack.Length + 1)..]);
            if (number < 0) throw new InvalidOperationException($"{rule.Rule} is no rule of the benchmark pack");
            tally[number, Verdict.Compliant] = rule.Counts.Compliant;
            tally[number, Verdict.NonCompliant] = rule.Counts.NonCompliant;
            tally[number, Verdict.Undetermined] = rule.Counts.Undetermined;
            tally[number, Verdict.NotApplicable] = rule.Counts.NotApplicable;
        }

        return tally;
    }
}
