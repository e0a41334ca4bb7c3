using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Turns conditions that no kernel answers, but that follow from few facts of one row, into such as are asked once for each combination of those facts.</summary>
/// <param name="plan">Takes the conditions.</param>
/// <param name="conditions">Turns whole conditions.</param>
internal sealed class RecallCompiler(ColumnPlanBuilder plan, ConditionCompiler conditions)
{
    private const int MostFields = 3;

    /// <summary>The condition; null where it asks for more than some facts of one row.</summary>
    /// <param name="condition">A condition that reads facts.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(TypedExpression condition, RowContext rows)
    {
        TypedExpression[] nodes = [.. ExpressionWalker.SelfAndDescendants(condition)];
        if (!nodes.All(IsOfOneRow) || PathOf(nodes) is not { } path || plan.Climb(path, rows) is not { } steps) return null;
        bool readsStack = !StackReads.In(condition).IsNothing;
        bool isAgreed = readsStack && (!rows.HasStack || steps.AsSpan()[1..].Contains(BaseTables.Region));
        if (isAgreed && !rows.TakesAgreed) return null;

        // For a row without a row above the answer is taken to be unknown.
        if (steps.Length > 1 && !IsStrict(condition)) return null;
        string[] fields = [.. nodes.Select(FieldOf).OfType<FieldSchema>().Select(f => f.Name).Distinct(StringComparer.Ordinal)];
        if (fields.Length > MostFields) return null;
        RecalledQuestion question = new(condition, path.Frame, readsStack ? rows.Pack : null) { IsAgreed = isAgreed };
        return conditions.Down(steps, program => Node(program, fields, question));
    }

    private TruthNode Node(TableProgram program, string[] fields, RecalledQuestion question)
    {
        int[] columns = [.. fields.Select(program.Column)];
        return program.Node($"recalled {plan.NumberOf((question.Pack, question.IsAgreed, question.Condition))}", slot => new RecalledNode(slot, columns, question));
    }

    private static RowPath? PathOf(TypedExpression[] nodes)
    {
        RowPath? found = null;
        foreach (RowPath path in nodes.Select(n => (n as FieldExpression)?.Row ?? (n as HasExpression)?.Row).OfType<RowPath>())
        {
            if (path.InPrevious || path.Above || (found is not null && found != path)) return null;
            found = path;
        }

        return found;
    }

    private static FieldSchema? FieldOf(TypedExpression node) => (node as FieldExpression)?.Field ?? (node as HasExpression)?.Field;

    private static bool IsOfOneRow(TypedExpression node) => node switch
    {
        HasExpression e => e.Field is not null,
        LiteralExpression or FieldExpression or ParameterExpression or ParameterEntryExpression or AsOfExpression or ListExpression or CallExpression => true,
        NotExpression or NegateExpression or LogicExpression or ComparisonExpression or ArithmeticExpression => true,
        ConditionalExpression or MembershipExpression or SetComparisonExpression => true,
        _ => false,
    };

    // Whether the answer is unknown where no fact of the row is known.
    private static bool IsStrict(TypedExpression node) => node switch
    {
        FieldExpression => true,
        NotExpression e => IsStrict(e.Operand),
        NegateExpression e => IsStrict(e.Operand),
        LogicExpression e => IsStrict(e.Left) && IsStrict(e.Right),
        ComparisonExpression e => IsStrict(e.Left) || IsStrict(e.Right),
        ArithmeticExpression e => IsStrict(e.Left) || IsStrict(e.Right),
        ConditionalExpression e => IsStrict(e.Condition),
        CallExpression e => e.Arguments.Any(IsStrict),
        ParameterExpression e => e.SeasonOf is not null || (e.Key is { } key && IsStrict(key)),
        ParameterEntryExpression e => IsStrict(e.Key),
        MembershipExpression e => IsStrict(e.Item) || (!e.Collection.Type.IsList && IsStrict(e.Collection)),
        SetComparisonExpression e => (!e.Inner.Type.IsList && IsStrict(e.Inner)) || (!e.Outer.Type.IsList && IsStrict(e.Outer)),
        _ => false,
    };
}
