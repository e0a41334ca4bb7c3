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
        string list = string.Empty;
        foreach (TypedExpression node in new[] { rule.Form.Applies, rule.Form.Holds }.SelectMany(ExpressionWalker.SelfAndDescendants))
        {
            if (ListOf(node) is { } path)
            {
                list = path.List;
                FactTable parent = snapshot.Table(path.Row.Table);
                if (!Enumerable.Range(0, parent.Count).Any(r => parent.List(path.List)?.IsReported(r) == true)) absent.Add(path.List);
            }

            if (node is FieldExpression field && snapshot.Table(field.Row.Table).Column(field.Field.Name) is null) absent.Add(PathOf(field, rule.Rule.Subject, list));
        }

        return absent.ToFrozenSet(StringComparer.Ordinal);
    }

    private static ChildListPath? ListOf(TypedExpression node) => node switch
    {
        AnyChildExpression any => any.List,
        ChildShareExpression share => share.List,
        _ => null,
    };

    private static string PathOf(FieldExpression field, string subject, string list) =>
        field.Row.Frame > 0 ? $"{list}.{field.Field.Name}" : field.Row.Table == subject && !field.Row.Above ? field.Field.Name : $"{field.Row.Table}.{field.Field.Name}";
}
