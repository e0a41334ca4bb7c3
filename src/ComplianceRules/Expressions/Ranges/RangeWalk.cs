using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>Goes through an expression and works out the range of each node from those of its parts.</summary>
/// <remarks>For one expression. A chain is as deep as it is long, so nodes wait on a stack of their own.</remarks>
internal sealed class RangeWalk
{
    private readonly Dictionary<TypedExpression, NodeRange> _ranges = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, NodeRange> _items = [];
    private readonly List<SeenNode> _seen = [];
    private readonly Stack<(RangeStage Stage, SeenNode At)> _waiting = new();

    public (Dictionary<TypedExpression, NodeRange> Ranges, ImmutableArray<SeenNode> Nodes) Through(TypedExpression expression)
    {
        _waiting.Push((RangeStage.Open, new SeenNode(expression, [])));
        while (_waiting.TryPop(out (RangeStage Stage, SeenNode At) next))
        {
            if (next.Stage == RangeStage.Open) Open(next.At);
            else if (next.Stage == RangeStage.Bind) Bind((MacroExpression)next.At.Node);
            else Close(next.At);
        }

        return (_ranges, [.. _seen]);
    }

    private void Open(SeenNode at)
    {
        _waiting.Push((RangeStage.Close, at));
        if (at.Node is MacroExpression macro)
        {
            _waiting.Push((RangeStage.Open, new SeenNode(macro.Body, at.Variables.Add(macro.Variable))));
            _waiting.Push((RangeStage.Bind, at));
            _waiting.Push((RangeStage.Open, at with { Node = macro.List }));
            return;
        }

        foreach (TypedExpression part in ExpressionWalker.Parts(at.Node).Reverse()) _waiting.Push((RangeStage.Open, at with { Node = part }));
    }

    private void Bind(MacroExpression macro) => _items[macro.Variable.Frame] = _ranges[macro.List];

    private void Close(SeenNode at)
    {
        _ranges[at.Node] = NodeRules.Of(at.Node, _ranges, _items);
        _seen.Add(at);
    }
}
