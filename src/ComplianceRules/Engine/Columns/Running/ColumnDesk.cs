namespace ComplianceRules.Engine;

/// <summary>What a run works with: room for bitmaps and the threads' own things, kept for the next run.</summary>
/// <remarks>For one run at a time.</remarks>
/// <param name="plan">The conditions.</param>
internal sealed class ColumnDesk(ColumnPlan plan)
{
    private readonly BitRoom _room = new();
    private readonly List<ColumnWorker> _workers = [];
    private readonly WeakReference<SnapshotBinding?> _laidFor = new(null);
    private RuleSchedule? _laid;
    private PassRoom[] _passes = [];
    private RuleBits[] _bits = [];

    /// <summary>What other rules ask of those judged.</summary>
    public RuleAnswers Answers { get; } = new();

    /// <summary>The rules' room, by their numbers in the schedule.</summary>
    public RuleBits[] Bits => _bits;

    /// <summary>Lays out room for the rules of a schedule.</summary>
    /// <param name="schedule">The rules.</param>
    /// <param name="binding">What is judged.</param>
    public PassRoom[] Lay(RuleSchedule schedule, SnapshotBinding binding)
    {
        Answers.Begin(binding);
        if (_laid == schedule && _laidFor.TryGetTarget(out SnapshotBinding? before) && before == binding)
        {
            foreach (RuleBits bits in _bits) bits.Begin();
            return _passes;
        }

        _room.Begin(schedule.Passes.Sum(p => p.Groups.Sum(g => binding.RowsOf(g.Table, g.Reach).InStack.Length * ((2 * g.Rules.Length) + 1))));
        _bits = new RuleBits[schedule.Rules.Length];
        _passes = [.. schedule.Passes.Select(p => Lay(p, schedule, binding))];
        _laid = schedule;
        _laidFor.SetTarget(binding);
        return _passes;
    }

    /// <summary>What a thread works with.</summary>
    /// <param name="number">The thread's number, from 0.</param>
    /// <param name="binding">What is judged.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ColumnWorker Worker(int number, SnapshotBinding binding, CancellationToken cancellation)
    {
        while (_workers.Count <= number) _workers.Add(new ColumnWorker(plan, Answers));
        _workers[number].Bind(binding, cancellation);
        return _workers[number];
    }

    /// <summary>Lets go of what was judged, so that who keeps the plan does not keep the facts.</summary>
    public void Release()
    {
        foreach (ColumnWorker worker in _workers) worker.Release();
        Answers.Clear();
    }

    private PassRoom Lay(RulePass pass, RuleSchedule schedule, SnapshotBinding binding)
    {
        GroupRoom[] groups = [.. pass.Groups.Select(g => Lay(g, schedule, binding)).Where(g => g.Rows.Count > 0).OrderBy(g => g.Rows.From).ThenBy(g => g.Rows.End)];
        return new PassRoom(pass.Program, groups, plan.RowsOfBlock(pass.Program));
    }

    private GroupRoom Lay(RuleGroup group, RuleSchedule schedule, SnapshotBinding binding)
    {
        PackRows rows = binding.RowsOf(group.Table, group.Reach);
        int words = rows.InStack.Length;
        OutsideRows outside = new(Take(rows, words));
        (ColumnRule, RuleBits)[] rules = new (ColumnRule, RuleBits)[group.Rules.Length];
        for (int i = 0; i < rules.Length; i++)
        {
            ColumnRule rule = schedule.Rules[group.Rules[i]];
            ulong[]? excused = binding.Facts.Waivers?.Mask(rule.Rule, rows);
            _bits[group.Rules[i]] = new RuleBits(rows, outside, (Take(rows, words), TakeClear(words)), plan.IsCounted(rule.Rule) ? new KeptAnswers(words) : null, excused)
            {
                Rule = rule.Rule,
                KeptByWaivers = binding.Facts.Waivers is null || rule.Unexcused is null ? null : new ulong[words],
            };
            rules[i] = (rule, _bits[group.Rules[i]]);
        }

        return new GroupRoom(rows, group.Applies, outside, rules);
    }

    private Memory<ulong> TakeClear(int words)
    {
        Memory<ulong> room = _room.Take(words);
        room.Span.Clear();
        return room;
    }

    // Blocks without any of the rows are not judged, so that nobody else clears their words.
    private Memory<ulong> Take(PackRows rows, int words)
    {
        Memory<ulong> room = _room.Take(words);
        if (rows.Runs.Length > 1) room.Span.Clear();
        return room;
    }
}
