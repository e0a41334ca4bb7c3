using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Walks expressions for what they read of the row itself.</summary>
/// <remarks>
/// What is asked of the items of a list is not walked: nobody asks it where the list was not reported. What it would read of the row itself is missing there nevertheless, so
/// those facts are noted.
/// </remarks>
internal sealed class RowReadsWalk
{
    private readonly List<TypedExpression> _nodes = [];
    private readonly List<RowsExpression> _lists = [];

    /// <summary>The expressions that are asked of the row itself.</summary>
    public IEnumerable<TypedExpression> Nodes => _nodes;

    /// <summary>The lists whose items are asked for something.</summary>
    public IEnumerable<RowsExpression> Lists => _lists;

    /// <summary>Walks an expression.</summary>
    /// <returns>Whether it reads nothing that is not noted here.</returns>
    public bool Add(TypedExpression node)
    {
        _nodes.Add(node);
        return node switch
        {
            FieldExpression e => e.Row.Frame == 0,
            HasExpression e => e.Row.Frame == 0,
            RowsExpression e => AddList(e),
            MacroExpression e => AddList(e),
            AnyChildExpression e => AddList(new RowsExpression(e.List), e.Where),
            ChildShareExpression e => AddList(new RowsExpression(e.List), e.Where, e.That),
            LiteralExpression or AsOfExpression or ParameterExpression or ParameterEntryExpression or LogicExpression or AtLeastExpression or NotExpression or ConditionalExpression or ComparisonExpression
                or ArithmeticExpression or NegateExpression or CallExpression or ListExpression or MembershipExpression or SetComparisonExpression or AggregateExpression or ShareComparisonExpression =>
                ExpressionWalker.Parts(node).All(Add),
            _ => false,
        };
    }

    private bool AddList(TypedExpression list, params ReadOnlySpan<TypedExpression> asked)
    {
        foreach (TypedExpression one in asked) AddFacts(one);
        switch (list)
        {
            case RowsExpression { List.Row.Frame: 0 } rows:
                _lists.Add(rows);
                return true;
            case MacroExpression macro:
                return AddList(macro.List, macro.Body);
            default:
                return false;
        }
    }

    // A fact of a row above that an item reads is the same fact of the row, where that row stands below it too.
    private void AddFacts(TypedExpression asked) =>
        _nodes.AddRange(ExpressionWalker.SelfAndDescendants(asked).OfType<FieldExpression>().Select(f => new FieldExpression(f.Row with { Frame = 0 }, f.Field)));
}
