using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Judges some rows anew and puts what is said of them into what was said of all.</summary>
/// <remarks>For one thread; used once. What was said before is copied rule by rule where it changes.</remarks>
/// <param name="worker">What is worked with.</param>
/// <param name="schedule">The rules.</param>
/// <param name="before">What each rule said before the change, by its number in the schedule.</param>
internal sealed class RowReassessment(ColumnWorker worker, RuleSchedule schedule, RuleBits[] before)
{
    private readonly RuleBits[] _bits = [.. before];

    /// <summary>Judges the rows.</summary>
    /// <param name="touched">The rows by table.</param>
    /// <returns>What each rule says now; the same object as before where that is what it said.</returns>
    public RuleBits[] Judge(IReadOnlyDictionary<string, RowWindow[]> touched)
    {
        for (int rule = 0; rule < _bits.Length; rule++) Answer(rule);
        foreach (RulePass pass in schedule.Passes)
        {
            if (!touched.TryGetValue(pass.Groups[0].Table, out RowWindow[]? windows)) continue;
            foreach (RowWindow window in windows) Judge(pass, window);
        }

        return _bits;
    }

    private void Judge(RulePass pass, RowWindow window)
    {
        worker.Check();
        ColumnScope scope = worker.Subject(pass.Program);
        foreach (RuleGroup group in pass.Groups)
        {
            PackRows rows = worker.Binding.RowsOf(group.Table, group.Reach);
            (int from, int to) = rows.Within(window.From, window.To);
            if (from >= to) continue;
            scope.Move(from, to);
            Judge(scope, group, rows);
        }
    }

    private void Judge(ColumnScope scope, RuleGroup group, PackRows rows)
    {
        using WordLease lease = worker.LeaseWords((4 * scope.Length) + ConcernedRows.Room(scope.Length));
        Span<ulong> outside = lease.Words[..scope.Length];
        Span<ulong> broken = lease.Words[scope.Length..(2 * scope.Length)];
        Span<ulong> open = lease.Words[(2 * scope.Length)..(3 * scope.Length)];
        Span<ulong> room = lease.Words[(3 * scope.Length)..(4 * scope.Length)];
        ReadOnlySpan<ulong> inStack = rows.InStack.AsSpan((scope.First - rows.First) / ValidityBits.PerWord, scope.Length);
        TruthBuffer applies = scope.Truth(group.Applies);
        ConcernedRows concerned = new(inStack, applies, outside, lease.Words[(4 * scope.Length)..]);
        foreach (int rule in group.Rules)
        {
            TruthBuffer holds = scope.Truth(schedule.Rules[rule].Holds);
            bool isTotal = applies.IsTotal && holds.IsTotal;
            if (isTotal) open.Clear();
            VerdictKernel.Judge(concerned, holds, broken, isTotal ? [] : open);
            ReadOnlySpan<ulong> kept = _bits[rule].KeptByWaivers is null ? [] : TablePass.KeptByWaivers(concerned, holds, scope.Truth(schedule.Rules[rule].Unexcused!), room);
            RowVerdicts verdicts = new(scope) { InStack = inStack, Outside = outside, Broken = broken, Open = open, KeptByWaivers = kept, Applies = applies, Holds = holds };
            if (!_bits[rule].Says(verdicts)) Change(rule, verdicts);
        }
    }

    private void Change(int rule, RowVerdicts verdicts)
    {
        if (_bits[rule] == before[rule])
        {
            _bits[rule] = before[rule].Copy();
            Answer(rule);
        }

        _bits[rule].Take(verdicts);
    }

    // Rules that count this one are judged later and see what it says now.
    private void Answer(int rule)
    {
        if (_bits[rule].Answers is not null) worker.Answers.Keep(schedule.Rules[rule].Rule, _bits[rule]);
    }
}
