using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>What arithmetic can come to, and where it can fail.</summary>
internal static class ArithmeticRanges
{
    /// <summary>The outcome of arithmetic.</summary>
    /// <param name="node">The node.</param>
    /// <param name="left">What the left operand can be.</param>
    /// <param name="right">What the right operand can be.</param>
    public static RangeOutcome Of(ArithmeticExpression node, Interval left, Interval right)
    {
        bool divides = node.Operator is ArithmeticOperator.Divide or ArithmeticOperator.Remainder;
        RangeOutcome kept = Kept(Raw(node, left, right), node.Type);
        return divides && right.Contains(Rational.Zero) ? kept with { Hazards = kept.Hazards | Hazards.DivisionByZero } : kept;
    }

    /// <summary>What is kept of a result: beyond, it is unknown.</summary>
    /// <param name="result">The result before it is looked at.</param>
    /// <param name="type">The type of the result.</param>
    public static RangeOutcome Kept(ValueRange result, ExpressionType type)
    {
        if (result is not Interval found || type.IsList) return RangeOutcome.Of(result);
        // Ends that are finer than a number may be would grow without end: [0.7].map(y, y * y).map(y, y * y)…
        Interval numbers = IsFine(found.Low?.Value) && IsFine(found.High?.Value) && IsFine(found.Step) ? found : Interval.All;
        Interval most = type switch
        {
            { Kind: FieldType.Date } => TypeRanges.Days,
            { Kind: FieldType.Time } => TypeRanges.Minutes,
            { IsInt: true } => TypeRanges.Ints,
            _ => TypeRanges.Kept,
        };
        // Days and minutes that are not whole are unknown, so what is kept lies on whole steps.
        Interval whole = most.Step is { } one && numbers.Step is { IsWhole: false } ? Interval.Of(numbers.Low, numbers.High, one) : numbers;
        return new RangeOutcome(whole.Within(most), numbers.LiesBetweenEndsOf(most) ? Hazards.None : Hazards.Overflow);
    }

    private static bool IsFine(Rational? number) => number is not { } known || known.Denominator.GetBitLength() <= ExactArithmetic.DenominatorBits;

    private static Interval Raw(ArithmeticExpression node, Interval left, Interval right) => node.Operator switch
    {
        ArithmeticOperator.Add => IntervalArithmetic.Add(left, right),
        ArithmeticOperator.Subtract => IntervalArithmetic.Subtract(left, right),
        ArithmeticOperator.Multiply => IntervalArithmetic.Multiply(left, right),
        ArithmeticOperator.Divide when node.Type.IsInt => IntervalArithmetic.Truncate(IntervalArithmetic.Divide(left, right)),
        ArithmeticOperator.Divide => IntervalArithmetic.Divide(left, right),
        _ => IntervalArithmetic.Remainder(left, right),
    };
}
