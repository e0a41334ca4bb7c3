using System.Collections.Concurrent;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Which rows of a snapshot waivers excuse from which rules.</summary>
/// <remarks>For one run; may be shared between threads. It follows from the waivers, the rows and their stacks alone, not from their facts.</remarks>
internal sealed class RunWaivers
{
    private readonly ConcurrentDictionary<(int[] Waivers, string Table), ExcusedRows> _excused;
    private readonly ConcurrentDictionary<(int[] Waivers, string Table, RuleReach Reach), ulong[]?> _masks;
    private readonly Snapshot _snapshot;

    /// <summary>Gets ready to excuse.</summary>
    /// <param name="waivers">The waivers.</param>
    /// <param name="snapshot">The facts.</param>
    /// <param name="stacks">The stack of each row.</param>
    public RunWaivers(DayWaivers waivers, Snapshot snapshot, RowStacks stacks)
    {
        Day = waivers;
        _snapshot = snapshot;
        Reach = new WaiverReach(waivers, snapshot, stacks);
        (_excused, _masks) = (new(), new());
    }

    private RunWaivers(RunWaivers before, Snapshot snapshot, RowStacks stacks)
    {
        Day = before.Day;
        _snapshot = snapshot;
        Reach = before.Reach.With(snapshot, stacks);
        (_excused, _masks) = (before._excused, before._masks);
    }

    /// <summary>The waivers.</summary>
    public DayWaivers Day { get; }

    /// <summary>The rows that each waiver reaches.</summary>
    public WaiverReach Reach { get; }

    /// <summary>The same waivers for a snapshot of the same rows with other facts.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="stacks">The stack of each row.</param>
    public RunWaivers With(Snapshot snapshot, RowStacks stacks) => new(this, snapshot, stacks);

    /// <summary>The rows that waivers excuse from a rule, one bit a row; null where there are none.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="rows">The rows that have it.</param>
    public ulong[]? Mask(CheckedRule rule, PackRows rows)
    {
        int[] waivers = Day.InForce(rule);
        return waivers.Length == 0 ? null : _masks.GetOrAdd((waivers, rule.Rule.Subject, rule.Reach), _ => Excused(rule, waivers).Mask(rows));
    }

    /// <summary>The waiver that a finding of a row names; null where none reaches the row.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row.</param>
    public CheckedWaiver? At(CheckedRule rule, int row)
    {
        int[] waivers = Day.InForce(rule);
        return waivers.Length > 0 && Excused(rule, waivers).At(row) is { } waiver ? Day.All[waiver] : null;
    }

    /// <summary>Which waivers of a rule reach the same rows.</summary>
    /// <param name="rule">The rule.</param>
    public IEnumerable<(int One, int Other)> Overlaps(CheckedRule rule)
    {
        int[] waivers = Day.InForce(rule);
        return waivers.Length < 2 ? [] : Excused(rule, waivers).Overlaps;
    }

    private ExcusedRows Excused(CheckedRule rule, int[] waivers)
    {
        FactTable table = _snapshot.Table(rule.Rule.Subject);
        return _excused.GetOrAdd((waivers, rule.Rule.Subject), _ => ExcusedRows.Of(waivers, waiver => Reach.Of(waiver, table)));
    }
}
