using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Finds how far rules read through lists.</summary>
/// <remarks>
/// A condition goes up from a row, or down through a list of the row and up again from its items: so it reads rows above and below its own. Only where it goes up first and then
/// through the list of the row that it has come to does it read others.
/// </remarks>
internal static class ListReaches
{
    /// <summary>The farthest that any of some rules reads.</summary>
    /// <param name="schema">The tables.</param>
    /// <param name="rules">The rules.</param>
    public static ListReach Of(FactSchema schema, IEnumerable<CheckedRule> rules) =>
        rules.SelectMany(rule => Lists(rule).Select(list => Of(schema, rule.Rule.Subject, list.Row))).DefaultIfEmpty(ListReach.Line).Max();

    private static IEnumerable<ChildListPath> Lists(CheckedRule rule) =>
        ExpressionWalker.SelfAndDescendants(rule.Form.Applies).Concat(ExpressionWalker.SelfAndDescendants(rule.Form.Holds)).Select(part => part switch
        {
            RowsExpression e => e.List,
            AnyChildExpression e => e.List,
            ChildShareExpression e => e.List,
            _ => null,
        }).OfType<ChildListPath>();

    // The items of a row's lists lie below it, and so do the rows between: going up from an item to one of those is no way out.
    private static ListReach Of(FactSchema schema, string subject, RowPath owner)
    {
        bool isOfSubject = owner.Table == subject;
        bool isBetween = owner.Frame > 0 && schema.SelfAndAncestors(owner.Table).Any(t => t.Name == subject);
        if (!owner.Above && (isOfSubject || isBetween)) return ListReach.Line;
        return owner.Table != BaseTables.Region && schema.SelfAndAncestors(owner.Table).Any(t => t.Name == BaseTables.School) ? ListReach.School : ListReach.Everywhere;
    }
}
