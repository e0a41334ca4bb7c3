using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>What a rule reads of a row: which facts, which lists, and which parts of its conditions have answers of their own.</summary>
/// <remarks>Immutable. Only for rules that read facts and lists of the row and of rows above it, and no other rules' verdicts.</remarks>
/// <param name="Facts">The facts that are cells of the snapshot that is judged, each once.</param>
/// <param name="Lists">The lists, each once. Where one was reported, the rule reads more than this.</param>
/// <param name="Parts">The parts of the conditions whose answers follow neither from the cells' being known nor from the answers of their own parts.</param>
/// <param name="AreCells">Whether the row's cells, and why lists were not reported, are all that it reads.</param>
internal sealed record RowReads(ImmutableArray<FieldExpression> Facts, ImmutableArray<RowsExpression> Lists, ImmutableArray<TypedExpression> Parts, bool AreCells)
{
    /// <summary>What a rule reads; null where it reads more.</summary>
    /// <param name="form">The rule.</param>
    public static RowReads? Of(JudgedForm form) => Of([form.Applies, form.Holds]);

    /// <summary>What some expressions read; null where they read more.</summary>
    /// <param name="expressions">The expressions.</param>
    public static RowReads? Of(ImmutableArray<TypedExpression> expressions)
    {
        RowReadsWalk walk = new();
        if (!expressions.All(walk.Add)) return null;
        TypedExpression[] all = [.. walk.Nodes.Distinct()];
        FieldExpression[] facts = [.. all.OfType<FieldExpression>(), .. all.OfType<HasExpression>().Where(h => h.Field is not null).Select(h => new FieldExpression(h.Row, h.Field!))];
        bool areCells = facts.All(f => !f.Row.InPrevious) && all.OfType<HasExpression>().All(h => h.List is null);
        return new RowReads(
            [.. facts.Where(f => !f.Row.InPrevious).DistinctBy(f => (f.Row, f.Field.Name))],
            [.. walk.Lists.DistinctBy(l => l.List)],
            [.. all.Where(HasAnswerOfItsOwn)],
            areCells);
    }

    private static bool HasAnswerOfItsOwn(TypedExpression part) => part switch
    {
        FieldExpression fact => fact.Row.InPrevious,
        LiteralExpression or AsOfExpression or LogicExpression or AtLeastExpression or NotExpression or ConditionalExpression => false,
        _ => !part.Type.IsList,
    };
}
