using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Tells which rules judge or read persons, or count rules that do.</summary>
/// <param name="schema">The tables.</param>
/// <param name="families">All rules.</param>
internal sealed class PersonalReads(FactSchema schema, RuleFamilies families)
{
    private readonly Dictionary<CheckedRule, bool> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a rule judges or reads persons, or counts a rule that does.</summary>
    /// <param name="rule">The rule.</param>
    public bool Has(CheckedRule rule) => families.WithCounted([rule]).Any(HasItself);

    private bool HasItself(CheckedRule rule)
    {
        if (!_known.TryGetValue(rule, out bool has))
            _known.Add(rule, has = schema.IsPersonal(rule.Rule.Subject) || rule.Form.Parts.Any(part => TableOf(part) is { } table && schema.IsPersonal(table)));
        return has;
    }

    private string? TableOf(TypedExpression part) => part switch
    {
        FieldExpression fact => fact.Row.Table,
        HasExpression { List: { } list } has => schema.List(has.Row.Table, list)?.Name,
        HasExpression has => has.Row.Table,
        RowsExpression rows => rows.List.Table,
        AnyChildExpression any => any.List.Table,
        ChildShareExpression share => share.List.Table,
        _ => null,
    };
}
