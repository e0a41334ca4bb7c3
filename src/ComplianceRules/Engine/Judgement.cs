using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What each rule says of each row, without evidence: for counting and for looking up, in as little time and memory as can be.</summary>
/// <remarks>
/// Verdicts are those of <see cref="Plan.Run(ComplianceRules.Facts.Snapshot, RunOptions, CancellationToken)"/>. Reading may be shared between threads until it is disposed of; then its memory serves the next judgement of the plan, and every member throws
/// <see cref="ObjectDisposedException"/>. Rows are those of the snapshot's tables, persons too: nothing is hidden here, so that what is shown to people is to come from an <see cref="Assessment"/>.
/// </remarks>
public sealed class Judgement : IDisposable
{
    private readonly ColumnPlan _plan;
    private readonly RuleSchedule _schedule;
    private ColumnDesk? _desk;

    internal Judgement(ColumnPlan plan, RuleSchedule schedule, ColumnDesk desk)
    {
        _plan = plan;
        _schedule = schedule;
        _desk = desk;
    }

    /// <summary>The full ids of the rules, in ordinal order.</summary>
    public ImmutableArray<string> Rules => _schedule.AskedFor;

    /// <summary>How many rows have which verdict by a rule.</summary>
    /// <param name="rule">The rule's place in <see cref="Rules"/>.</param>
    public VerdictCounts CountsOf(int rule) => Bits(rule).Counts;

    /// <summary>What a rule says of a row; null where the rule is not in the row's stack.</summary>
    /// <param name="rule">The rule's place in <see cref="Rules"/>.</param>
    /// <param name="row">The row in the table of the rule's subject, from 0.</param>
    public Verdict? VerdictOf(int rule, int row) => Bits(rule) is var bits && bits.InStack(row) ? bits.Verdict(row) : null;

    /// <summary>The rows that break a rule, and those whose facts do not decide it, each in ascending order; to be read before the judgement is disposed of.</summary>
    /// <param name="rule">The rule's place in <see cref="Rules"/>.</param>
    public (ReadOnlyMemory<int> NonCompliant, ReadOnlyMemory<int> Undetermined) RowsOf(int rule)
    {
        FoundRows found = Bits(rule).Found;
        return (found.All[..found.NonCompliant.Length], found.All[found.NonCompliant.Length..]);
    }

    /// <summary>Gives the memory to the next judgement.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _desk, null) is { } desk) _plan.GiveBack(desk);
    }

    /// <summary>What a rule says, as it lies in memory.</summary>
    internal RuleBits Bits(int rule) => Desk.Bits[_schedule.Asked(rule)];

    /// <summary>What all rules say, by their numbers in the schedule.</summary>
    internal RuleBits[] AllBits => Desk.Bits;

    /// <summary>The rules that others ask for, with what they say.</summary>
    internal IEnumerable<(CheckedRule Rule, RuleBits Bits)> Counted => Desk.Bits.Select((bits, rule) => (_schedule.Rules[rule].Rule, bits)).Where(b => b.bits.Answers is not null);

    private ColumnDesk Desk => _desk ?? throw new ObjectDisposedException(nameof(Judgement));
}
