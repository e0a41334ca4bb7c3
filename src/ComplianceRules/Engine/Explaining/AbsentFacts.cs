using System.Collections.Frozen;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The facts of one rule that no row of the snapshot has: a column or a child list that is not there at all.</summary>
/// <remarks>Facts of the earlier snapshot are never among them: whether there is one is the caller's choice.</remarks>
internal sealed class AbsentFacts
{
    private readonly Snapshot _snapshot;
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    private AbsentFacts(Snapshot snapshot) => _snapshot = snapshot;

    /// <summary>The paths of the facts, as the rule's subject sees them.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="snapshot">The facts that there are.</param>
    public static FrozenSet<string> Of(CheckedRule rule, Snapshot snapshot)
    {
        AbsentFacts absent = new(snapshot);
        FactPaths subject = new(rule.Rule.Subject);
        absent.Add(rule.Form.Applies, subject);
        absent.Add(rule.Form.Holds, subject);
        return absent._paths.ToFrozenSet(StringComparer.Ordinal);
    }

    private void Add(TypedExpression node, FactPaths paths)
    {
        switch (node)
        {
            case FieldExpression { Row.InPrevious: false } fact:
                AddField(fact, paths);
                break;
            case RowsExpression rows:
                AddList(rows.List, paths);
                break;
            case AnyChildExpression any:
                AddRows(any.List, paths, any.Where);
                break;
            case ChildShareExpression share:
                AddRows(share.List, paths, share.Where, share.That);
                break;
            case FrequencyExpression frequency:
                AddRows(frequency.Events.List, paths, frequency.Where, frequency.On);
                foreach (TypedExpression limit in new[] { frequency.Min, frequency.Max }.OfType<TypedExpression>()) Add(limit, paths);
                break;
            case MacroExpression macro:
                Add(macro.List, paths);
                Add(macro.Body, paths.Inside(macro.List));
                break;
            default:
                foreach (TypedExpression part in ExpressionWalker.Parts(node)) Add(part, paths);
                break;
        }
    }

    private void AddRows(ChildListPath list, FactPaths paths, params ReadOnlySpan<TypedExpression> conditions)
    {
        AddList(list, paths);
        foreach (TypedExpression condition in conditions) Add(condition, paths.Inside(list));
    }

    private void AddList(ChildListPath list, FactPaths paths)
    {
        if (list.Row.InPrevious) return;
        if (!_snapshot.HasList(list.Row.Table, list.List)) _paths.Add(paths.Of(list));
    }

    private void AddField(FieldExpression fact, FactPaths paths)
    {
        if (_snapshot.HasColumn(fact.Row.Table, fact.Field.Name)) return;
        _paths.Add(paths.Of(fact));
        // A fact above the rows of a list is seen from them, or from the subject where the list itself is missing.
        if (fact.Row.Frame > 0 && !paths.IsOwn(fact.Row)) _paths.Add($"{fact.Row.Table}.{fact.Field.Name}");
    }
}
