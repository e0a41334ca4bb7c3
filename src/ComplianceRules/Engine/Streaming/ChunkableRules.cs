using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Tells whether a rule can be judged on a school and what lies below it, whatever other schools there are.</summary>
internal static class ChunkableRules
{
    /// <summary>Whether a rule needs a school and what lies below it only.</summary>
    /// <remarks>Persons are counted over all rows before anybody may see a number, so that rules over them need all. A rule that another counts is to be asked for itself.</remarks>
    /// <param name="rule">The rule.</param>
    /// <param name="schema">The tables.</param>
    public static bool Has(CheckedRule rule, FactSchema schema)
    {
        if (schema.IsPersonal(rule.Rule.Subject) || !IsBelowSchool(rule.Rule.Subject, schema)) return false;
        return rule.Form.Parts.Select(RowOf).OfType<RowPath>().All(row => !row.InPrevious && IsBelowSchool(row.Table, schema));
    }

    private static RowPath? RowOf(TypedExpression node) => node switch
    {
        FieldExpression fact => fact.Row,
        HasExpression has => has.Row,
        RowsExpression rows => rows.List.Row,
        AnyChildExpression any => any.List.Row,
        ChildShareExpression share => share.List.Row,
        _ => null,
    };

    private static bool IsBelowSchool(string table, FactSchema schema) => schema.SelfAndAncestors(table).Any(t => t.Name == BaseTables.School);
}
