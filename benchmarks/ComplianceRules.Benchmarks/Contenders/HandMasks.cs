using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>The verdicts of a hand-written loop: for each row a bit a rule that is broken, open (undetermined) or outside (not applicable). Room is made once.</summary>
/// <param name="schools">How many schools there are.</param>
/// <param name="classes">How many classes there are.</param>
internal sealed class HandMasks(int schools, int classes)
{
    public uint[] BrokenClasses { get; } = new uint[classes];

    public uint[] OpenClasses { get; } = new uint[classes];

    public uint[] OutsideClasses { get; } = new uint[classes];

    public uint[] BrokenSchools { get; } = new uint[schools];

    public uint[] OpenSchools { get; } = new uint[schools];

    public uint[] OutsideSchools { get; } = new uint[schools];

    public Tally Count()
    {
        Tally tally = new();
        tally.Add(0, BrokenClasses, Verdict.NonCompliant);
        tally.Add(0, OpenClasses, Verdict.Undetermined);
        tally.Add(0, OutsideClasses, Verdict.NotApplicable);
        int first = BenchRules.OfClasses.Length;
        tally.Add(first, BrokenSchools, Verdict.NonCompliant);
        tally.Add(first, OpenSchools, Verdict.Undetermined);
        tally.Add(first, OutsideSchools, Verdict.NotApplicable);
        return tally.Complete(BrokenSchools.Length, BrokenClasses.Length);
    }
}
