using System.Runtime.CompilerServices;
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
        (bool readsParameters, bool isSeasonal) = (false, false);
        foreach (TypedExpression node in NodesOf(expression, rows.SeasonDay is not null))
        {
            if (!IsOfNoFacts(node)) return null;
            readsParameters |= node is ParameterExpression or ParameterEntryExpression;
            isSeasonal |= node is ParameterExpression { SeasonOf: not null };
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
        if (isSeasonal) key = (key, rows.SeasonDay!.Value);
        if (_known.TryGetValue(key, out Constant? known)) return known;
        Constant made = new(_constants.Count, expression, isAgreed ? null : pack) { Agreed = isAgreed ? pack : null, SeasonDay = isSeasonal ? rows.SeasonDay : null };
        _constants.Add(made);
        _known.Add(key, made);
        return made;
    }

    // Where the season is chosen already, the date that would choose it is not read.
    private static IEnumerable<TypedExpression> NodesOf(TypedExpression expression, bool isChosen)
    {
        if (!isChosen) return ExpressionWalker.SelfAndDescendants(expression);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        IEnumerable<TypedExpression> parts = expression is ParameterExpression parameter ? ParameterParts(parameter) : ExpressionWalker.Parts(expression);
        return parts.SelectMany(part => NodesOf(part, isChosen)).Prepend(expression);
    }

    private static IEnumerable<TypedExpression> ParameterParts(ParameterExpression parameter) => parameter.Key is { } key ? [key] : [];

    private static bool IsOfNoFacts(TypedExpression node) => node switch
    {
        LiteralExpression or ParameterExpression or ParameterEntryExpression or AsOfExpression or ListExpression => true,
        NotExpression or NegateExpression or LogicExpression or AtLeastExpression or ComparisonExpression or ArithmeticExpression or ConditionalExpression or MembershipExpression => true,
        CallExpression e => e.Function.IsOfArgumentsAlone,
        _ => false,
    };
}
