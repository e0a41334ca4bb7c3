using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What a composed rule asks of the rules of one of its parts, as it lowers it: of the row itself, or of the rows of a list.</summary>
/// <param name="Asked">What is asked.</param>
/// <param name="List">The list; null where the row itself is asked.</param>
internal sealed record ComposedQuestion(RuleSaysExpression Asked, ChildListPath? List)
{
    /// <summary>The question of a condition; null where it is something else.</summary>
    /// <param name="expression">The condition.</param>
    public static ComposedQuestion? Of(TypedExpression expression) => expression switch
    {
        RuleSaysExpression { Asked: not RuleSaying.Reaches } said => new(said, null),
        LogicExpression { IsAnd: true, Left: RuleSaysExpression { Asked: RuleSaying.Reaches }, Right: AnyChildExpression { Where: RuleSaysExpression said } any } => new(said, any.List),
        NotExpression { Operand: LogicExpression { IsAnd: true, Left: RuleSaysExpression, Right: AnyChildExpression { Where: NotExpression { Operand: RuleSaysExpression said } } any } } => new(said, any.List),
        _ => null,
    };

    /// <summary>The question as people read it.</summary>
    /// <param name="schema">The titles of tables.</param>
    public LocalText Title(FactSchema schema)
    {
        string part = Asked.Part;
        LocalText own = (IsVeto: !Asked.MandatoryOnly, IsConcern: Asked.Asked == RuleSaying.Concerns) switch
        {
            (true, true) => new LocalText($"否决项 `{part}` 适用", $"the veto `{part}` applies"),
            (true, false) => new LocalText($"没有触发否决项 `{part}`", $"the veto `{part}` is not broken"),
            (false, true) => new LocalText($"`{part}` 部分有规则适用", $"a rule of the part `{part}` applies"),
            (false, false) => new LocalText($"`{part}` 部分的规则都符合", $"no rule of the part `{part}` is broken"),
        };
        if (List is null || schema.Table(List.Table)?.Title is not { } table) return own;
        return new LocalText($"{table.In(TextLanguage.Chinese)}：{own.In(TextLanguage.Chinese)}", $"{table.In(TextLanguage.English)}: {own.In(TextLanguage.English)}");
    }
}
