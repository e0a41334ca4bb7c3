using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Counts the verdicts of the rules of one area by school.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="schools">How many schools there are.</param>
internal sealed class SchoolTally(int schools)
{
    private const byte NoBreach = 0;

    private readonly int[] _compliant = new int[schools];
    private readonly int[] _broken = new int[schools];
    private readonly int[] _open = new int[schools];
    private readonly int[] _outside = new int[schools];
    private readonly int[] _waived = new int[schools];
    private readonly byte[] _gravest = new byte[schools];
    private readonly Dictionary<(int Compliant, int Broken, int Open, int Outside, int Waived, byte Gravest), AreaVerdicts> _made = [];

    /// <summary>Takes what a rule says of a table.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="runs">The schools of the table's rows.</param>
    public void Add(OverviewRule rule, SchoolRuns runs)
    {
        RuleBits bits = rule.Bits;
        ReadOnlySpan<ulong> kept = bits.KeptByWaivers;
        ReadOnlySpan<ulong> excused = [];
        if (!bits.Excused.IsEmpty)
        {
            ulong[] waived = new ulong[bits.Broken.Length];
            Bitmaps.And(bits.Broken, bits.Excused, waived);
            excused = waived;
        }

        byte grave = (byte)(rule.Severity + 1);
        (int first, int end) = (bits.Rows.From, bits.Rows.End);
        foreach (SchoolRun run in runs.Within(first, end))
        {
            (int from, int to) = (Math.Max(run.Start, first) - bits.First, Math.Min(run.End, end) - bits.First);
            int judged = Bitmaps.Count(bits.Rows.InStack, from, to);
            if (judged == 0) continue;
            int waived = excused.IsEmpty ? 0 : Bitmaps.Count(excused, from, to);
            int broken = Bitmaps.Count(bits.Broken, from, to) - waived;
            int open = Bitmaps.Count(bits.Open, from, to);
            int outside = Bitmaps.Count(bits.Outside, from, to);
            if (!kept.IsEmpty) waived += Bitmaps.Count(kept, from, to);
            _compliant[run.School] += judged - broken - open - outside - waived;
            _broken[run.School] += broken;
            _open[run.School] += open;
            _outside[run.School] += outside;
            _waived[run.School] += waived;
            if (broken > 0) _gravest[run.School] = Math.Max(_gravest[run.School], grave);
        }
    }

    /// <summary>Takes what was found of a school elsewhere.</summary>
    /// <param name="school">The school's row.</param>
    /// <param name="verdicts">What was found.</param>
    public void Add(int school, AreaVerdicts verdicts)
    {
        _compliant[school] += checked((int)verdicts.Counts.Compliant);
        _broken[school] += checked((int)verdicts.Counts.NonCompliant);
        _open[school] += checked((int)verdicts.Counts.Undetermined);
        _outside[school] += checked((int)verdicts.Counts.NotApplicable);
        _waived[school] += checked((int)verdicts.Counts.Waived);
        if (verdicts.Gravest is { } gravest) _gravest[school] = Math.Max(_gravest[school], (byte)(gravest + 1));
    }

    /// <summary>What was found of a school; schools of which the same was found share it.</summary>
    /// <param name="school">The school's row.</param>
    public AreaVerdicts Of(int school)
    {
        (int, int, int, int, int, byte) key = (_compliant[school], _broken[school], _open[school], _outside[school], _waived[school], _gravest[school]);
        if (!_made.TryGetValue(key, out AreaVerdicts? made)) _made.Add(key, made = Made(school));
        return made;
    }

    private AreaVerdicts Made(int school) => new(
        new VerdictCounts(_compliant[school], _broken[school], _open[school], _outside[school], _waived[school]),
        _gravest[school] == NoBreach ? null : (Severity)(_gravest[school] - 1));
}
