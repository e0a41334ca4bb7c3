using System.Collections.Immutable;
using System.Globalization;

namespace ComplianceRules.Expressions;

/// <summary>Writes a checked tree as an author would write it, in one canonical way.</summary>
/// <param name="scope">The names as they are seen where the text is to stand.</param>
internal sealed class ExpressionPrinter(ExpressionScope scope)
{
    private const int OfCondition = 0;
    private const int OfOr = 1;
    private const int OfAnd = 2;
    private const int OfComparison = 3;
    private const int OfSum = 4;
    private const int OfProduct = 5;
    private const int OfUnary = 6;
    private const int OfValue = 7;

    /// <summary>The text of an expression.</summary>
    public string Text(TypedExpression expression) => expression switch
    {
        LiteralExpression e => LiteralText.Of(e),
        FieldExpression e => Row(e.Row) + e.Field.Name,
        ParameterExpression { Key: LiteralExpression key } e => $"param({LiteralText.Quoted(e.Name)}, {LiteralText.Of(key)})",
        ParameterExpression e => $"param({LiteralText.Quoted(e.Name)})",
        AsOfExpression => "as_of",
        HasExpression e => $"has({Row(e.Row)}{e.List ?? e.Field!.Name})",
        NotExpression e => $"!{Inner(e.Operand, OfUnary)}",
        NegateExpression e => $"-{Inner(e.Operand, OfUnary)}",
        LogicExpression e => Chain(e.IsAnd ? "&&" : "||", e.Left, e.Right, Strength(e)),
        ComparisonExpression e => Chain(Signs.Of(e.Operator), e.Left, e.Right, OfComparison),
        ArithmeticExpression e => Chain(Signs.Of(e.Operator), e.Left, e.Right, Strength(e)),
        MembershipExpression e => Chain("in", e.Item, e.Collection, OfComparison),
        ConditionalExpression e => $"{Inner(e.Condition, OfOr)} ? {Inner(e.WhenTrue, OfOr)} : {Text(e.WhenFalse)}",
        ListExpression e => $"[{Joined(e.Items)}]",
        CallExpression { Function.IsMethod: true } e => $"{Inner(e.Arguments[0], OfValue)}.{e.Function.Name}({Joined(e.Arguments.RemoveAt(0))})",
        CallExpression e => $"{e.Function.Name}({Joined(e.Arguments)})",
        _ => OfKind(expression),
    };

    private string OfKind(TypedExpression expression) => expression switch
    {
        RowsExpression e => Row(e.List.Row) + e.List.List,
        VariableExpression e => e.Variable.Name,
        MacroExpression e => $"{Inner(e.List, OfValue)}.{MacroNames.Of(e.Kind)}({e.Variable.Name}, {With(e.Variable, e.Body)})",
        AggregateExpression e => $"{Inner(e.List, OfValue)}.{AggregateNames.Of(e.Kind)}({(e.Argument is null ? string.Empty : Text(e.Argument))})",
        AnyChildExpression e => $"{Row(e.List.Row)}{e.List.List}.exists({Inside(e.List, e.Where)})",
        ChildShareExpression e => $"{Row(e.List.Row)}{e.List.List}{Kept(e)}.share({Inside(e.List, e.That)})",
        ShareComparisonExpression e => Chain(Signs.Of(e.Operator), e.Share, e.Limit, OfComparison),
        SetComparisonExpression e => $"{Inner(e.Outer, OfValue)}.contains_all({Text(e.Inner)})",
        ParameterEntryExpression e => $"has(param({LiteralText.Quoted(e.Name)}, {Text(e.Key)}))",
        AtLeastExpression e => $"at_least({e.Needed.ToString(CultureInfo.InvariantCulture)}, {Joined(e.Conditions)})",
        RuleVerdictExpression e => $"holds({LiteralText.Quoted(e.Rule)})",
        RuleSaysExpression e => $"{Asking(e.Asked)}({LiteralText.Quoted(e.Name)})",
        RuleAppliesExpression e => $"applies({LiteralText.Quoted(e.Rule)})",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static string Asking(RuleSaying asked) => asked switch
    {
        RuleSaying.Concerns => "concerns",
        RuleSaying.Keeps => "keeps",
        RuleSaying.Reaches => "reaches",
        _ => "keeps_unexcused",
    };

    private static int Strength(TypedExpression expression) => expression switch
    {
        ConditionalExpression => OfCondition,
        LogicExpression e => e.IsAnd ? OfAnd : OfOr,
        ComparisonExpression or MembershipExpression or ShareComparisonExpression => OfComparison,
        ArithmeticExpression { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } => OfSum,
        ArithmeticExpression => OfProduct,
        NotExpression or NegateExpression => OfUnary,
        // A sign before a dot would stand before the whole call: -5.f() is -(5.f()).
        LiteralExpression { Value: NumberValue { Number: var number } } when number < Rational.Zero => OfUnary,
        _ => OfValue,
    };

    private string Chain(string sign, TypedExpression left, TypedExpression right, int strength) =>
        $"{Inner(left, strength)} {sign} {Inner(right, strength + 1)}";

    private string Inner(TypedExpression expression, int weakest) =>
        Strength(expression) < weakest ? $"({Text(expression)})" : Text(expression);

    private string With(MacroVariable variable, TypedExpression body) => new ExpressionPrinter(scope with { Variables = scope.Variables.Add(variable) }).Text(body);

    private string Inside(ChildListPath list, TypedExpression expression) => new ExpressionPrinter(scope with { Child = list.Table }).Text(expression);

    private string Kept(ChildShareExpression share) =>
        share.Where is LiteralExpression { Value: BoolValue { Truth: true } } ? string.Empty : $".filter({Inside(share.List, share.Where)})";

    private string Joined(ImmutableArray<TypedExpression> expressions) => string.Join(", ", expressions.Select(Text));

    private string Row(RowPath row)
    {
        string earlier = row.InPrevious ? $"{RowNames.Previous}." : string.Empty;
        if (row.Frame <= scope.VariablesFrom()) return earlier + (scope.IsOwnRow(row with { InPrevious = false }) ? string.Empty : $"{row.Table}.");
        MacroVariable variable = scope.Variables[row.Frame - scope.VariablesFrom() - 1];
        return $"{variable.Name}.{earlier}{(row.Table == variable.Table && !row.Above ? string.Empty : $"{row.Table}.")}";
    }
}
