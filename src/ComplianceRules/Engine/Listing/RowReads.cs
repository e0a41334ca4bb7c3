using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>What a rule reads of a row: which facts, and which parts of its conditions have answers of their own.</summary>
/// <remarks>Immutable. Only for rules that read facts of the row and of rows above it, no lists and no other rules' verdicts.</remarks>
/// <param name="Facts">The facts that are cells of the snapshot that is judged, each once.</param>
/// <param name="Parts">The parts of the conditions whose answers follow neither from the cells' being known nor from the answers of their own parts.</param>
/// <param name="AreCells">Whether the row's cells are all that it reads.</param>
internal sealed record RowReads(ImmutableArray<FieldExpression> Facts, ImmutableArray<TypedExpression> Parts, bool AreCells)
{
    /// <summary>What a rule reads; null where it reads more than rows and rows above.</summary>
    /// <param name="form">The rule.</param>
    public static RowReads? Of(JudgedForm form) => Of([form.Applies, form.Holds]);

    /// <summary>What some expressions read; null where they read more than rows and rows above.</summary>
    /// <param name="expressions">The expressions.</param>
    public static RowReads? Of(ImmutableArray<TypedExpression> expressions)
    {
        TypedExpression[] all = [.. expressions.SelectMany(ExpressionWalker.SelfAndDescendants).Distinct()];
        if (!all.All(IsOfRow)) return null;
        FieldExpression[] facts = [.. all.OfType<FieldExpression>(), .. all.OfType<HasExpression>().Where(h => h.Field is not null).Select(h => new FieldExpression(h.Row, h.Field!))];
        bool areCells = facts.All(f => !f.Row.InPrevious) && all.OfType<HasExpression>().All(h => h.List is null);
        return new RowReads([.. facts.Where(f => !f.Row.InPrevious).DistinctBy(f => (f.Row, f.Field.Name))], [.. all.Where(HasAnswerOfItsOwn)], areCells);
    }

    private static bool HasAnswerOfItsOwn(TypedExpression part) => part switch
    {
        FieldExpression fact => fact.Row.InPrevious,
        LiteralExpression or AsOfExpression or LogicExpression or AtLeastExpression or NotExpression or ConditionalExpression => false,
        _ => !part.Type.IsList,
    };

    private static bool IsOfRow(TypedExpression part) => part switch
    {
        FieldExpression e => e.Row.Frame == 0,
        HasExpression e => e.Row.Frame == 0,
        LiteralExpression or AsOfExpression or ParameterExpression or ParameterEntryExpression => true,
        LogicExpression or AtLeastExpression or NotExpression or ConditionalExpression or ComparisonExpression => true,
        ArithmeticExpression or NegateExpression or CallExpression or ListExpression => true,
        MembershipExpression or SetComparisonExpression => true,
        _ => false,
    };
}
