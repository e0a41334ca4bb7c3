using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Turns questions about lists of child rows into those of columns.</summary>
/// <param name="plan">Takes the conditions.</param>
/// <param name="conditions">Turns conditions on items.</param>
internal sealed class ListCompiler(ColumnPlanBuilder plan, ConditionCompiler conditions)
{
    /// <summary>A question with the answer yes or no; null where columns cannot answer it.</summary>
    /// <param name="macro">The question.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(MacroExpression macro, RowContext rows)
    {
        ItemQuestion? question = macro.Kind switch
        {
            MacroKind.All => ItemQuestion.All,
            MacroKind.Exists => ItemQuestion.Exists,
            MacroKind.ExistsOne => ItemQuestion.ExistsOne,
            _ => null,
        };
        if (question is not { } asked || Source(macro.List, rows) is not { } source || conditions.Find(macro.Body, source.Items) is not { } that) return null;
        return Down(source, owner => owner.Node(Text(source, $"{asked} {that.Slot}"), slot => new ListNode(slot, new ListTally(source.List, plan.Program(source.Items.Table).Index, source.Where, that) { MostItems = ListTally.Bound }, asked)));
    }

    /// <summary>Whether any row of a list meets a condition; null where columns cannot answer it.</summary>
    /// <param name="any">The question.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(AnyChildExpression any, RowContext rows)
    {
        if (Source(any.List, rows) is not { } source || !TryPart(any.Where, source.Items, out TruthNode? that)) return null;
        return Down(source, owner => owner.Node(Text(source, $"{ItemQuestion.Exists} {that?.Slot}"), slot => new ListNode(slot, new ListTally(source.List, plan.Program(source.Items.Table).Index, null, that), ItemQuestion.Exists)));
    }

    /// <summary>A share compared with a limit; null where columns cannot answer it.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(ShareComparisonExpression comparison, RowContext rows)
    {
        if (Source(comparison.Share.List, rows) is not { } source || plan.Constants.Find(comparison.Limit, rows) is not { } limit) return null;
        if (!TryPart(comparison.Share.Where, source.Items, out TruthNode? where) || conditions.Find(comparison.Share.That, source.Items) is not { } that) return null;
        ListTally tally = new(source.List, plan.Program(source.Items.Table).Index, where, that);
        return Down(source, owner => owner.Node(null, slot => new ShareNode(slot, tally, comparison.Operator, limit, mayBeOpen: true)));
    }

    /// <summary>Events counted by period; null where columns cannot count them.</summary>
    /// <param name="frequency">What is counted, and its limits.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(FrequencyExpression frequency, RowContext rows)
    {
        if (!rows.IsSubject || Source(frequency.Events.List, rows) is not { Steps.Length: 1 } source || !TryPart(frequency.Where, source.Items, out TruthNode? where)) return null;
        if (!TryLimit(frequency.Min, rows, out Constant? min) || !TryLimit(frequency.Max, rows, out Constant? max)) return null;
        TableProgram items = plan.Program(source.Items.Table);
        ListTally tally = new(source.List, items.Index, where, null);
        int on = items.Column(frequency.On.Field.Name);
        return plan.Program(rows.Table).Node(null, slot => new FrequencyNode(slot, tally, on, frequency.Part) { Periods = frequency.Periods, Pack = rows.Pack, Min = min, Max = max });
    }

    /// <summary>The share of a list's items that meet a condition, compared with a limit; null where columns cannot answer it.</summary>
    /// <param name="share">The share.</param>
    /// <param name="comparison">How it is compared.</param>
    /// <param name="limit">The limit, in per cent.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(MacroExpression share, ComparisonOperator comparison, Constant limit, RowContext rows)
    {
        if (Source(share.List, rows) is not { Steps.Length: 1 } source || conditions.Find(share.Body, source.Items) is not { } that) return null;
        ListTally tally = new(source.List, plan.Program(source.Items.Table).Index, source.Where, that) { MostItems = ListTally.Bound };
        return plan.Program(rows.Table).Node(null, slot => new ShareNode(slot, tally, comparison, limit, mayBeOpen: false));
    }

    /// <summary>The items of a list of rows, perhaps filtered; null where columns cannot go through it.</summary>
    /// <param name="list">The list.</param>
    /// <param name="rows">The rows at hand.</param>
    public ListSource? Source(TypedExpression list, RowContext rows)
    {
        if (list is RowsExpression { List: { } path }) return Source(path, rows);
        if (list is not MacroExpression { Kind: MacroKind.Filter } filter || Source(filter.List, rows) is not { } source) return null;
        if (conditions.Find(filter.Body, source.Items) is not { } kept) return null;
        TruthNode? before = source.Where;
        TruthNode where = before is null ? kept : plan.Program(source.Items.Table).Node($"and {before.Slot} {kept.Slot}", slot => new LogicNode(slot, true, before, kept));
        return source with { Where = where };
    }

    // Null for one that there is not.
    private bool TryLimit(TypedExpression? limit, RowContext rows, out Constant? constant)
    {
        constant = limit is null ? null : plan.Constants.Find(limit, rows);
        return limit is null || constant is not null;
    }

    // Null for one that all items meet.
    private bool TryPart(TypedExpression condition, RowContext items, out TruthNode? part)
    {
        bool isOfAll = condition is LiteralExpression { Value: BoolValue { Truth: true } };
        part = isOfAll ? null : conditions.Find(condition, items);
        return isOfAll || part is not null;
    }

    /// <summary>A condition of the row that has a list, for the rows at hand.</summary>
    private TruthNode Down(ListSource source, Func<TableProgram, TruthNode> make) => conditions.Down(source.Steps, make);

    /// <summary>What tells a question about a list from all others of the table.</summary>
    public static string Text(ListSource source, string question) => $"list {source.List} {source.Where?.Slot} {question}";

    private ListSource? Source(ChildListPath list, RowContext rows)
    {
        if (plan.Climb(list.Row, rows) is not { } steps) return null;

        // Lists that begin elsewhere than at the item at hand would be gone through for each item: how often that may be, the interpreter counts.
        if (!rows.IsSubject && (steps.Length > 1 || list.Row.Frame != rows.Frames.Length - 1)) return null;
        string owner = steps[^1];
        RowContext items = IsShared(owner, list.Table) ? rows.EnterShared(list.Table) : rows.Enter(list.Table);
        if (owner == BaseTables.YearGroup && list.Table == BaseTables.Class) items = items.Forget();
        else if (steps.Length > 1) items = items.Forget();
        return new ListSource(steps, list.List, items, null);
    }

    // The rows of a region's lists lie in the lists of the regions above it too, and are judged by stacks of their own.
    private bool IsShared(string owner, string table) => owner == BaseTables.Region || plan.Schema.SelfAndAncestors(table).TakeWhile(t => t.Name != owner).Any(t => t.Name == BaseTables.Region);
}
