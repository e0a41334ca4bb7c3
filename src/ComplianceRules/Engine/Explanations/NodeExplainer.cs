using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Makes a tree with values of a condition on one row.</summary>
/// <param name="snapshot">The facts.</param>
/// <param name="interpreter">Evaluates one row.</param>
/// <param name="sources">Where parameters come from.</param>
/// <param name="other">What another rule says of a row; null where it says nothing.</param>
/// <param name="persons">Whether persons may be named and counted exactly.</param>
internal sealed class NodeExplainer(Snapshot snapshot, ReferenceInterpreter interpreter, ParameterSources sources, Func<string, int, Finding?> other, bool persons)
{
    private readonly NodeValues _values = new(snapshot.Schema);
    private ListExplainer Lists => field ??= new ListExplainer(snapshot, interpreter, this, persons);
    private ComposedExplainer Composed => field ??= new ComposedExplainer(snapshot.Schema, interpreter, Lists, other, persons);

    /// <summary>What people call some of the parts: the items and steps of the rule.</summary>
    public required IReadOnlyDictionary<TypedExpression, LocalText> Titles { get; init; }

    /// <summary>Explains a part.</summary>
    /// <param name="expression">The part.</param>
    /// <param name="place">Where it stands.</param>
    public ExplainedNode Explain(TypedExpression expression, NodePlace place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        ExplainedNode node = Untitled(expression, place);
        return Titles.TryGetValue(expression, out LocalText? title) ? node with { Title = title } : node;
    }

    private ExplainedNode Untitled(TypedExpression expression, NodePlace place)
    {
        Value value = interpreter.Evaluate(expression, place.Rows);
        ExplainedNode node = _values.Of(expression, value, place);
        if (ComposedQuestion.Of(expression) is { } question) return Composed.Explain(node, question, value, place.Plain());
        return expression switch
        {
            LogicExpression e => node with { Kind = e.IsAnd ? ExplainedKind.All : ExplainedKind.Any, Parts = Operands(e, place.Plain()) },
            AtLeastExpression => node with { Kind = ExplainedKind.AtLeast, Parts = Parts(expression, place.Plain()) },
            NotExpression => node with { Kind = ExplainedKind.Not, Parts = Parts(expression, place.Plain()) },
            ConditionalExpression e => node with { Kind = ExplainedKind.Choice, Parts = Choice(e, place) },
            ComparisonExpression e => node with { Parts = Sides(e.Operator, e.Left, e.Right, value, place) },
            ShareComparisonExpression e => node with { Parts = Sides(e.Operator, e.Share, e.Limit, value, place) },
            ParameterExpression e => Parameter(node, e, place),
            FrequencyExpression e => new PeriodExplainer(snapshot.Schema, interpreter, this, persons).Explain(node, e, place),
            RuleVerdictExpression e => OtherRule(node, e.Rule, place),
            RuleAppliesExpression e => OtherRule(node, e.Rule, place),
            AnyChildExpression or ChildShareExpression or MacroExpression or AggregateExpression => Lists.Explain(node, expression, value, place),
            _ => node with { Parts = Parts(expression, place.Plain()) },
        };
    }

    /// <summary>A part that another part makes needless.</summary>
    /// <param name="expression">The part.</param>
    /// <param name="place">Where it stands.</param>
    public ExplainedNode NotNeeded(TypedExpression expression, NodePlace place)
    {
        ExplainedNode node = _values.NotNeeded(expression, place);
        if (ComposedQuestion.Of(expression) is { } question) node = Composed.NotNeeded(node, question);
        return Titles.TryGetValue(expression, out LocalText? title) ? node with { Title = title } : node;
    }

    /// <summary>A value that stands for itself.</summary>
    /// <param name="expression">What it was made by.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">Where it stands.</param>
    public ExplainedNode ValueOf(TypedExpression expression, Value value, NodePlace place) => _values.Of(expression, value, place);

    // As the interpreter goes: from the left, until one decides; but of items and steps people want to see each.
    private ImmutableArray<ExplainedNode> Operands(LogicExpression logic, NodePlace place)
    {
        bool isDecided = false;
        ImmutableArray<ExplainedNode>.Builder nodes = ImmutableArray.CreateBuilder<ExplainedNode>();
        // Lowering begins a chain with what always holds.
        foreach (TypedExpression operand in Chain(logic).Where(o => o is not LiteralExpression))
        {
            nodes.Add(isDecided && !Titles.ContainsKey(operand) ? NotNeeded(operand, place) : Explain(operand, place));
            isDecided |= interpreter.Evaluate(operand, place.Rows) is BoolValue { Truth: var truth } && truth != logic.IsAnd;
        }

        return nodes.ToImmutable();
    }

    // What has a title of its own stays together, and so does what is asked of other rules.
    private IEnumerable<TypedExpression> Chain(LogicExpression logic)
    {
        Stack<TypedExpression> waiting = new([logic]);
        while (waiting.TryPop(out TypedExpression? next))
        {
            if (next is LogicExpression inner && inner.IsAnd == logic.IsAnd && (next == (object)logic || (!Titles.ContainsKey(next) && ComposedQuestion.Of(next) is null)))
            {
                waiting.Push(inner.Right);
                waiting.Push(inner.Left);
            }
            else
            {
                yield return next;
            }
        }
    }

    private ImmutableArray<ExplainedNode> Choice(ConditionalExpression choice, NodePlace place)
    {
        Value condition = interpreter.Evaluate(choice.Condition, place.Rows);
        return
        [
            Explain(choice.Condition, place.Plain()),
            condition is BoolValue { Truth: false } ? NotNeeded(choice.WhenTrue, place) : Explain(choice.WhenTrue, place),
            condition is BoolValue { Truth: true } ? NotNeeded(choice.WhenFalse, place) : Explain(choice.WhenFalse, place),
        ];
    }

    private ImmutableArray<ExplainedNode> Sides(ComparisonOperator comparison, TypedExpression left, TypedExpression right, Value answer, NodePlace place)
    {
        NodePlace compared = place.Plain() with { IsDecided = answer is not UnknownValue };
        return
        [
            .. Part(left, compared with { Comparison = comparison, Against = interpreter.Evaluate(right, place.Rows) }),
            .. Part(right, compared with { Comparison = ComparisonOperators.Mirrored(comparison), Against = interpreter.Evaluate(left, place.Rows) }),
        ];
    }

    private ImmutableArray<ExplainedNode> Parts(TypedExpression expression, NodePlace place) =>
        [.. ExpressionWalker.Parts(expression).SelectMany(part => Part(part, place))];

    // What is written in the pack can be read in the text.
    private IEnumerable<ExplainedNode> Part(TypedExpression part, NodePlace place) => part switch
    {
        LiteralExpression => [],
        ListExpression list => list.Items.SelectMany(item => Part(item, place)),
        { Type.IsList: true } => [],
        _ => [Explain(part, place)],
    };

    private ExplainedNode Parameter(ExplainedNode node, ParameterExpression parameter, NodePlace place)
    {
        string? key = parameter.Key is null ? null : (interpreter.Evaluate(parameter.Key, place.Rows) as TextValue)?.Content;
        bool isKnown = (parameter.Key is null || key is not null) && node.State == ExplainedState.Known;
        ExplainedNode explained = node with { Kind = ExplainedKind.Parameter, Parts = Parts(parameter, place.Plain()) };
        Value? seasonOf = parameter.SeasonOf is { } date ? interpreter.Evaluate(date, place.Rows) : null;
        return isKnown && sources.Resolved(parameter, key, seasonOf) is { } resolved
            ? explained with { Title = ParameterSources.TitleOf(parameter.Name, resolved), Parameter = sources.Explained(parameter.Name, key, parameter.Type.Kind, resolved) }
            : explained;
    }

    private ExplainedNode OtherRule(ExplainedNode node, string rule, NodePlace place)
    {
        bool mayName = persons || !snapshot.Schema.IsPersonal((place.Rows.Child ?? place.Rows.Subject).Schema.Name);
        Finding? finding = mayName ? other(rule, ReferenceInterpreter.RowAtHand(place.Rows)) : null;
        return node with { Kind = ExplainedKind.Rule, Title = finding?.Title, Note = finding?.Message };
    }
}
