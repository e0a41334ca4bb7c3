using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>What a rule reads of a row: which facts, and which parts of its conditions they decide.</summary>
/// <remarks>Immutable. Only for rules that read facts of the row and of rows above it, no lists and no other rules' verdicts.</remarks>
/// <param name="Facts">The facts, each once.</param>
/// <param name="Parts">The parts of the conditions that a row decides, the conditions themselves too.</param>
/// <param name="AreCells">Whether every fact is a cell of the snapshot that is judged.</param>
internal sealed record RowReads(ImmutableArray<FieldExpression> Facts, ImmutableArray<TypedExpression> Parts, bool AreCells)
{
    /// <summary>What a rule reads; null where it reads more than rows and rows above.</summary>
    /// <param name="form">The rule.</param>
    public static RowReads? Of(JudgedForm form)
    {
        TypedExpression[] all = [.. ExpressionWalker.SelfAndDescendants(form.Applies).Concat(ExpressionWalker.SelfAndDescendants(form.Holds)).Distinct()];
        if (!all.All(IsOfRow)) return null;
        HasExpression[] asked = [.. all.OfType<HasExpression>()];
        ImmutableArray<FieldExpression> facts = [.. all.OfType<FieldExpression>().Concat(asked.Where(h => h.Field is not null).Select(h => new FieldExpression(h.Row, h.Field!))).DistinctBy(f => (f.Row, f.Field.Name))];
        bool areCells = facts.All(f => !f.Row.InPrevious) && asked.All(h => h.List is null);
        return new RowReads(facts, [.. all.Where(e => !e.Type.IsList && e is not (LiteralExpression or AsOfExpression))], areCells);
    }

    private static bool IsOfRow(TypedExpression part) => part switch
    {
        FieldExpression e => e.Row.Frame == 0,
        HasExpression e => e.Row.Frame == 0,
        LiteralExpression or AsOfExpression or ParameterExpression or ParameterEntryExpression => true,
        LogicExpression or NotExpression or ConditionalExpression or ComparisonExpression => true,
        ArithmeticExpression or NegateExpression or CallExpression or ListExpression => true,
        MembershipExpression or SetComparisonExpression => true,
        _ => false,
    };
}
