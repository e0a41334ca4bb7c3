using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>The values of a plan that are the same for all rows of a stack, each distinct one once.</summary>
/// <remarks>Filled while a plan is made ready, then only read.</remarks>
internal sealed class ConstantBook
{
    private readonly List<Constant> _constants = [];
    private readonly Dictionary<object, Constant> _known = [];

    /// <summary>How many there are.</summary>
    public int Count => _constants.Count;

    /// <summary>The constant of an expression that reads no facts; null where it reads some, or where the rows at hand do not tell the stack whose parameters it reads.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="rows">The rows at hand.</param>
    public Constant? Find(TypedExpression expression, RowContext rows)
    {
        bool readsParameters = false;
        foreach (TypedExpression node in ExpressionWalker.SelfAndDescendants(expression))
        {
            if (!IsOfNoFacts(node)) return null;
            readsParameters |= node is ParameterExpression or ParameterEntryExpression;
        }

        bool isAgreed = readsParameters && !rows.HasStack;
        if (isAgreed && !rows.TakesAgreed) return null;
        string? pack = readsParameters ? rows.Pack : null;
        object key = expression switch
        {
            LiteralExpression { Value: SetValue or ListValue } => expression,
            LiteralExpression e => e.Value,
            ParameterExpression { Key: null } e => (pack, e.Name, e.Type.Scale),
            ParameterExpression { Key: LiteralExpression at } e => (pack, e.Name, e.Type.Scale, at.Value.Text),
            ParameterEntryExpression { Key: LiteralExpression at } e => (pack, e.Name, at.Value.Text),
            _ => (pack, expression),
        };
        if (isAgreed) key = (key, isAgreed);
        if (_known.TryGetValue(key, out Constant? known)) return known;
        Constant made = isAgreed ? new(_constants.Count, expression, null) { Agreed = pack } : new(_constants.Count, expression, pack);
        _constants.Add(made);
        _known.Add(key, made);
        return made;
    }

    private static bool IsOfNoFacts(TypedExpression node) => node switch
    {
        LiteralExpression or ParameterExpression or ParameterEntryExpression or AsOfExpression or ListExpression => true,
        NotExpression or NegateExpression or LogicExpression or AtLeastExpression or ComparisonExpression or ArithmeticExpression or ConditionalExpression or MembershipExpression => true,
        CallExpression e => e.Function.IsOfArgumentsAlone,
        _ => false,
    };
}
