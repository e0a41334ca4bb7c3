using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Works out of an expression all that no change of facts touches, row by row of the lists that it goes through.</summary>
/// <remarks>For one finding. What has no part of its own here is not looked into: of it only the facts are known that it depends on.</remarks>
/// <param name="interpreter">Evaluates what does not change.</param>
/// <param name="facts">The facts that may be changed.</param>
/// <param name="rules">Finds the rules that other rules ask for.</param>
internal sealed partial class Grounder(ReferenceInterpreter interpreter, GroundFacts facts, IGroundRules rules)
{
    private const int MostNodes = 60_000;

    private bool _hasGaps;

    /// <summary>How many parts of conditions there are.</summary>
    public int Nodes { get; private set; }

    /// <summary>How many numbers are worked out that are no sums, and so are looked at by exact ranges.</summary>
    public int Ranged { get; private set; }

    /// <summary>Whether there were too many parts, so that some stand for what they are now.</summary>
    public bool IsFull => Nodes > MostNodes || _hasGaps;

    /// <summary>What an expression says of a row.</summary>
    /// <param name="expression">A checked expression.</param>
    /// <param name="rows">The rows at hand.</param>
    public GroundNode Of(TypedExpression expression, RowFrames rows)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++Nodes > MostNodes) return Constant(expression, rows);
        return expression switch
        {
            LiteralExpression e => GroundConstant.Of(e.Value),
            FieldExpression e => Fact(e, rows),
            LogicExpression e => Joined(e.IsAnd ? 2 : 1, e, [e.Left, e.Right], rows),
            AtLeastExpression e => Joined(e.Needed, e, e.Conditions, rows),
            NotExpression e => Worked(e, rows, [e.Operand], parts => new GroundNot(parts[0])),
            ComparisonExpression e => Compared(e, rows),
            ArithmeticExpression e => Worked(e, rows, [e.Left, e.Right], parts => Arithmetic(e, parts)),
            NegateExpression e => Worked(e, rows, [e.Operand], parts => Negated(e, parts)),
            ConditionalExpression e => Chosen(e, rows),
            CallExpression e => Worked(e, rows, e.Arguments, parts => new GroundValue(parts, ranges => NodeRules.Called(e, ranges).Range, reading: new GroundReading(e, rows))),
            MembershipExpression e => Member(e, rows),
            ShareComparisonExpression e => Share(e, rows),
            AnyChildExpression e => AnyChild(e, rows),
            MacroExpression e => Macro(e, rows),
            AggregateExpression e => Aggregate(e, rows),
            RuleVerdictExpression e => rules.Find(e.Rule, ReferenceInterpreter.RowAtHand(rows)) is { } found ? OrConstant(e, rows, Of(found.Rule.Form.Holds, found.Row)) : Constant(e, rows),
            RuleAppliesExpression e => rules.Find(e.Rule, ReferenceInterpreter.RowAtHand(rows)) is { } found ? OrConstant(e, rows, Of(found.Rule.Form.Applies, found.Row)) : Constant(e, rows),
            RuleSaysExpression e => Said(e, rows),
            _ => Opaque(expression, rows),
        };
    }

    private GroundConstant Constant(TypedExpression expression, RowFrames rows) => GroundConstant.Of(interpreter.Evaluate(expression, rows));

    private GroundNode OrConstant(TypedExpression expression, RowFrames rows, GroundNode node) => node.Facts.Length == 0 ? Constant(expression, rows) : node;

    private GroundNode Worked(TypedExpression expression, RowFrames rows, ImmutableArray<TypedExpression> parts, Func<ImmutableArray<GroundNode>, GroundNode> make)
    {
        ImmutableArray<GroundNode> ground = [.. parts.Select(p => Of(p, rows))];
        return ground.All(g => g.Facts.Length == 0) ? Constant(expression, rows) : make(ground);
    }

    private GroundNode Fact(FieldExpression field, RowFrames rows)
    {
        if (field.Row.InPrevious || interpreter.RowOf(field.Row, rows) is not { } row) return Constant(field, rows);
        int place = facts.PlaceOf(row.Table, row.Row, field.Field);
        return place < 0 ? Constant(field, rows) : new GroundFact(place, facts.All[place]);
    }

    private GroundNode Joined(int needed, TypedExpression expression, ImmutableArray<TypedExpression> conditions, RowFrames rows) =>
        Worked(expression, rows, conditions, parts => Joined(needed, parts));

    // What is settled already is counted once and for all; what is unknown and stays so can neither hold nor fail.
    private static GroundNode Joined(int needed, ImmutableArray<GroundNode> conditions)
    {
        int held = conditions.Count(c => c is GroundConstant { Truth: true });
        ImmutableArray<GroundNode> open = [.. conditions.Where(c => c is not GroundConstant { Truth: not null })];
        if (held >= needed) return GroundConstant.Of(Value.True);
        if (open.Length < needed - held) return GroundConstant.Of(Value.False);
        return open.Length == 1 ? open[0] : new GroundJoin(needed - held, open);
    }

    private GroundNode Compared(ComparisonExpression comparison, RowFrames rows)
    {
        if (comparison is { Left: MacroExpression { Kind: MacroKind.Count or MacroKind.Share } counted } && Of(comparison.Right, rows) is GroundConstant { Value: NumberValue limit })
            return Counted(counted, comparison, limit.Number, rows);
        if (Ordered(comparison, rows) is { } ordered) return ordered;
        if (comparison.Left.Type.IsList || comparison.Right.Type.IsList) return Opaque(comparison, rows);
        return Worked(comparison, rows, [comparison.Left, comparison.Right], parts => new GroundComparison(comparison.Operator, parts[0], parts[1], At));
    }

    private ChangeableFact At(int place) => facts.All[place];

    private GroundValue Arithmetic(ArithmeticExpression arithmetic, ImmutableArray<GroundNode> parts)
    {
        LinearSumOfFacts? sum = Sum(arithmetic, parts[0], parts[1]);
        if (sum is null) Ranged++;
        return new GroundValue(parts, ranges => ranges is [Interval left, Interval right] ? ArithmeticRanges.Of(arithmetic, left, right).Range : ValueRange.Any, sum);
    }

    private static LinearSumOfFacts? Sum(ArithmeticExpression arithmetic, GroundNode left, GroundNode right)
    {
        if (left.Linear is not { } first || right.Linear is not { } second) return null;
        return arithmetic.Operator switch
        {
            ArithmeticOperator.Add => first.Plus(second),
            ArithmeticOperator.Subtract => second.Times(-1) is { } negative ? first.Plus(negative) : null,
            ArithmeticOperator.Multiply when second.Factors.IsEmpty => first.Times(second.Constant),
            ArithmeticOperator.Multiply when first.Factors.IsEmpty => second.Times(first.Constant),
            ArithmeticOperator.Divide when second.Factors.IsEmpty && second.Constant != 0 && !arithmetic.Type.IsInt => first.Times(1 / second.Constant),
            _ => null,
        };
    }

    private static GroundValue Negated(NegateExpression negate, ImmutableArray<GroundNode> parts) => new(
        parts,
        ranges => ranges[0] is Interval operand ? ArithmeticRanges.Kept(IntervalArithmetic.Negate(operand), negate.Type).Range : ValueRange.Any,
        parts[0].Linear?.Times(-1));

    private GroundNode Chosen(ConditionalExpression choice, RowFrames rows)
    {
        if (choice.Type.IsList) return Opaque(choice, rows);
        GroundNode condition = Of(choice.Condition, rows);
        if (condition is GroundConstant { Truth: { } truth }) return Of(truth ? choice.WhenTrue : choice.WhenFalse, rows);
        return Worked(choice, rows, [choice.Condition, choice.WhenTrue, choice.WhenFalse], parts => choice.Type.Kind == FieldType.Bool
            ? Joined(1, [Joined(2, [parts[0], parts[1]]), Joined(2, [new GroundNot(parts[0]), parts[2]])])
            : new GroundChoice(parts[0], parts[1], parts[2]));
    }

    private GroundNode Member(MembershipExpression membership, RowFrames rows)
    {
        if (membership.Collection is not ListExpression list) return Opaque(membership, rows);
        return Worked(membership, rows, [membership.Item, .. list.Items], parts => Joined(1, [.. parts.Skip(1).Select(p => new GroundComparison(ComparisonOperator.Equal, parts[0], p, At))]));
    }

    // That a rule concerns the row is not what is to be changed; that it is kept is.
    private GroundNode Said(RuleSaysExpression said, RowFrames rows)
    {
        if (said.Asked is not (RuleSaying.Keeps or RuleSaying.KeepsUnexcused)) return Constant(said, rows);
        List<GroundNode> kept = [];
        foreach (string rule in said.Rules)
        {
            if (rules.Find(rule, ReferenceInterpreter.RowAtHand(rows)) is not { } found || !found.Rule.IsPartOf(said)) continue;
            if (said.Asked == RuleSaying.Keeps && found.IsExcused) continue;
            kept.Add(Kept(found.Rule, found.Row));
        }

        return kept.Count == 0 ? GroundConstant.Of(Value.True) : Joined(kept.Count, [.. kept]);
    }

    /// <summary>That a rule does not concern a row, or is kept.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row.</param>
    public GroundNode Kept(CheckedRule rule, RowFrames row)
    {
        GroundNode applies = Of(rule.Form.Applies, row);
        if (applies is GroundConstant { Truth: false }) return GroundConstant.Of(Value.True);
        GroundNode holds = Of(rule.Form.Holds, row);
        return applies is GroundConstant { Truth: true } ? holds : Joined(1, [new GroundNot(applies), holds]);
    }
}
