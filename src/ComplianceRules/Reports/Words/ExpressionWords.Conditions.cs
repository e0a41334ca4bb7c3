using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;

namespace ComplianceRules.Reports;

/// <content>Conditions.</content>
internal sealed partial class ExpressionWords
{
    /// <summary>Conditions that are joined by one word, each as a clause, in order; a lower and an upper end of one fact are one of them.</summary>
    /// <param name="conditions">The conditions.</param>
    public ImmutableArray<string> Clauses(IEnumerable<TypedExpression> conditions) => Joined([.. conditions], isAlone: true);

    /// <summary>The conditions that an expression joins, from left to right; itself where it joins none.</summary>
    /// <param name="condition">The expression.</param>
    /// <param name="isAnd">By which word.</param>
    public static IReadOnlyList<TypedExpression> Operands(TypedExpression condition, bool isAnd) =>
        condition is LogicExpression { StandsFor: null } logic && logic.IsAnd == isAnd ? Chain(logic) : [condition];

    /// <summary>What a bound asks, after what it is asked of.</summary>
    /// <param name="observed">What is measured, and the titles of its keys.</param>
    /// <param name="bound">The bound.</param>
    public string Bound(TypedExpression observed, Bound bound) => bound switch
    {
        { Kind: BoundKind.Includes } => Say("includes", Of(observed), Of(bound.Value, OptionsOf(observed))),
        { Kind: BoundKind.Within } => Say("nothingBeyond", Of(observed), Of(bound.Value, OptionsOf(observed))),
        { Kind: BoundKind.Equals, Tolerance: { } tolerance } => Say("tolerance", Of(observed), Of(bound.Value), Of(tolerance)),
        _ => Compared(BoundReader.OperatorOf(bound.Kind), observed, bound.Value),
    };

    /// <summary>What a comparison asks of something that has been named already, such as "at most 45 pupils".</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="value">What it is compared with.</param>
    /// <param name="options">The titles of keys.</param>
    public string Asked(ComparisonOperator comparison, TypedExpression value, ImmutableArray<FieldOption> options)
    {
        bool isTime = value.Type.Kind is FieldType.Date or FieldType.Time && comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        return Say(isTime ? $"bound.time.{comparison}" : $"bound.{comparison}", Of(value, options));
    }

    private string Condition(TypedExpression expression) => expression switch
    {
        NotExpression e => Opposite(e.Operand),
        LogicExpression e => string.Join(Say(e.IsAnd ? "and" : "or"), Joined(Chain(e), isAlone: false)),
        ComparisonExpression e => Compared(e.Operator, e.Left, e.Right),
        ShareComparisonExpression e => Compared(e.Operator, e.Share, e.Limit),
        MembershipExpression e => Member(e, isIn: true),
        SetComparisonExpression e => Say("within", Of(e.Inner, OptionsOf(e.Outer)), Of(e.Outer, OptionsOf(e.Inner))),
        HasExpression e => Say("has", Given(e)),
        AtLeastExpression e => Say("atLeast", e.Conditions.Length, e.Needed, string.Join(Say("atLeastJoin"), e.Conditions.Select((c, i) => Say("atLeastItem", i + 1, Of(c))))),
        ParameterEntryExpression e => Say("entry", Of(e.Key), _sources.Keys(e)),
        RuleVerdictExpression e => Say("rule.kept", _sources.Rule(e.Rule)),
        RuleAppliesExpression e => Say("rule.applies", _sources.Rule(e.Rule)),
        RuleSaysExpression e => Say($"rules.{e.Asked}", string.Join(Say("list"), e.Rules.Select(_sources.Rule))),
        _ => OfList(expression),
    };

    private string Opposite(TypedExpression operand) => operand switch
    {
        { StandsFor: { Field.Type: FieldType.Bool } derived } => Say("isFalse", Fact(derived.Row, derived.Field)),
        FieldExpression e => Say("isFalse", Fact(e.Row, e.Field)),
        HasExpression e => Say("hasNot", Given(e)),
        ComparisonExpression e => Compared(ComparisonOperators.Opposite(e.Operator), e.Left, e.Right),
        MembershipExpression e => Member(e, isIn: false),
        NotExpression e => Of(e.Operand),
        AnyChildExpression or MacroExpression { Kind: MacroKind.Exists } => NoneOf(operand),
        LogicExpression => Say("notGroup", Of(operand)),
        _ => Say("not", Of(operand)),
    };

    private string Given(HasExpression has) => Placed(has.Field is { } field ? FieldTitle(field) : Say("term", ListTitle(has.Row.Table, has.List!)), has.Row);

    private string ListTitle(string table, string list) => _schema.List(table, list) is { } below ? TableTitle(below.Name) : list;

    private string Compared(ComparisonOperator comparison, TypedExpression left, TypedExpression right)
    {
        ImmutableArray<FieldOption> options = OptionsOf(left).IsEmpty ? OptionsOf(right) : OptionsOf(left);
        if (right is LiteralExpression { Value: BoolValue truth }) return truth.Truth == (comparison == ComparisonOperator.Equal) ? Of(left) : Opposite(left);
        return Say("compare", Of(left, options), Asked(comparison, right, options));
    }

    private string Member(MembershipExpression member, bool isIn)
    {
        if (member.Collection is not ListExpression list) return Say(isIn ? "contains" : "containsNot", Of(member.Item, OptionsOf(member.Collection)), Of(member.Collection));
        string choices = string.Join(Say("orList"), list.Items.Select(i => Of(i, OptionsOf(member.Item))));
        return Say(isIn ? "among" : "notAmong", Of(member.Item), choices);
    }

    private static List<TypedExpression> Chain(LogicExpression logic)
    {
        List<TypedExpression> operands = [];
        Stack<TypedExpression> waiting = new([logic]);
        while (waiting.TryPop(out TypedExpression? next))
        {
            if (next is LogicExpression inner && inner.IsAnd == logic.IsAnd && (ReferenceEquals(next, logic) || next.StandsFor is null))
            {
                waiting.Push(inner.Right);
                waiting.Push(inner.Left);
            }
            else
            {
                operands.Add(next);
            }
        }

        return operands;
    }

    // Grades 3 to 6 are written as two comparisons; people read one range.
    private ImmutableArray<string> Joined(List<TypedExpression> operands, bool isAlone)
    {
        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>();
        for (int i = 0; i < operands.Count; i++)
        {
            if (i + 1 < operands.Count && Range(operands[i], operands[i + 1]) is { } range)
            {
                texts.Add(range);
                i++;
            }
            else
            {
                texts.Add(isAlone ? Of(operands[i]) : Operand(operands[i]));
            }
        }

        return texts.ToImmutable();
    }

    private string? Range(TypedExpression low, TypedExpression high)
    {
        if (low is not ComparisonExpression { Operator: ComparisonOperator.GreaterOrEqual, Left: FieldExpression fact, Right: LiteralExpression from }) return null;
        if (high is not ComparisonExpression { Operator: ComparisonOperator.LessOrEqual, Left: FieldExpression same, Right: LiteralExpression to } || same.Row != fact.Row || same.Field.Name != fact.Field.Name) return null;
        return from.Value == to.Value ? Say("compare", Of(fact), Asked(ComparisonOperator.Equal, to, [])) : Say("range", Of(fact), Of(from), Of(to));
    }

    // What says more than one thing is held together beside what stands around it.
    private string Operand(TypedExpression operand) =>
        operand.StandsFor is null && operand is LogicExpression or ConditionalExpression or AtLeastExpression or MacroExpression ? Say("group", Of(operand)) : Of(operand);
}
