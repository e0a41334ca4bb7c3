using System.Collections.Frozen;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The facts of one rule that no row of the snapshot has: a column or a child list that is not there at all.</summary>
internal static class AbsentFacts
{
    /// <summary>The paths of the facts, as the rule's subject sees them.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="snapshot">The facts that there are.</param>
    public static FrozenSet<string> Of(CheckedRule rule, Snapshot snapshot)
    {
        HashSet<string> absent = new(StringComparer.Ordinal);
        ChildListPath? list = null;
        foreach (TypedExpression node in new[] { rule.Form.Applies, rule.Form.Holds }.SelectMany(ExpressionWalker.SelfAndDescendants))
        {
            if (ListOf(node) is { } path)
            {
                list = path;
                FactTable parent = snapshot.Table(path.Row.Table);
                if (!Enumerable.Range(0, parent.Count).Any(r => parent.List(path.List)?.IsReported(r) == true)) absent.Add(path.List);
            }

            if (node is FieldExpression field && snapshot.Table(field.Row.Table).Column(field.Field.Name) is null) absent.UnionWith(PathsOf(field, rule.Rule.Subject, list));
        }

        return absent.ToFrozenSet(StringComparer.Ordinal);
    }

    private static ChildListPath? ListOf(TypedExpression node) => node switch
    {
        AnyChildExpression any => any.List,
        ChildShareExpression share => share.List,
        _ => null,
    };

    // A fact above the rows of a list is seen from them, or from the subject where the list itself is missing.
    private static string[] PathsOf(FieldExpression field, string subject, ChildListPath? list)
    {
        string above = $"{field.Row.Table}.{field.Field.Name}";
        if (field.Row.Frame == 0 || list is null) return [field.Row.Table == subject && !field.Row.Above ? field.Field.Name : above];
        return field.Row.Table == list.Table && !field.Row.Above ? [$"{list.List}.{field.Field.Name}"] : [$"{list.List}.{above}", above];
    }
}
