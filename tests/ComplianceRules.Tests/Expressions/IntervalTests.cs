using ComplianceRules.Expressions;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions;

public sealed class IntervalTests
{
    [Fact]
    public void Ends_are_moved_in_to_the_step()
    {
        Interval whole = Interval.Of(IntervalEnd.Before(Rational.Of(4)), IntervalEnd.At(Rational.Parse("7.5")), Rational.Of(1));
        Assert.Equal((IntervalEnd.At(Rational.Of(5)), IntervalEnd.At(Rational.Of(7))), (whole.Low, whole.High));
        Interval below = Interval.Of(IntervalEnd.At(Rational.Parse("-2.5")), IntervalEnd.Before(Rational.Of(-1)), Rational.Of(1));
        Assert.Equal(Rational.Of(-2), below.Only);
    }

    [Fact]
    public void Nothing_lies_between_two_neighbours_of_a_step() =>
        Assert.True(Interval.Of(IntervalEnd.Before(Rational.Of(4)), IntervalEnd.Before(Rational.Of(5)), Rational.Of(1)).IsEmpty);

    [Fact]
    public void An_open_end_is_not_in()
    {
        Interval open = Interval.Of(IntervalEnd.Before(Rational.Zero), IntervalEnd.At(Rational.Of(1)));
        Assert.False(open.Contains(Rational.Zero));
        Assert.True(open.Contains(Rational.Of(1)));
        Assert.False(open.IsEmpty);
        Assert.True(Interval.Of(IntervalEnd.Before(Rational.Zero), IntervalEnd.At(Rational.Zero)).IsEmpty);
    }

    [Fact]
    public void Whatever_is_computed_of_numbers_of_two_intervals_is_in_the_interval_of_the_result() => Dice.Check(2_000, dice =>
    {
        (Interval left, Interval right) = (Any(dice), Any(dice));
        (Rational a, Rational b) = (Number(dice), Number(dice));
        if (!left.Contains(a) || !right.Contains(b)) return;
        Assert.True(IntervalArithmetic.Negate(left).Contains(-a));
        Assert.True(IntervalArithmetic.Add(left, right).Contains(a + b));
        Assert.True(IntervalArithmetic.Subtract(left, right).Contains(a - b));
        Assert.True(IntervalArithmetic.Multiply(left, right).Contains(a * b));
        Assert.True(IntervalArithmetic.Hull(left, right) is var hull && hull.Contains(a) && hull.Contains(b));
        Assert.Equal(right.Contains(a), left.Within(right).Contains(a) && right.IsOnStep(a));
        if (b.IsZero) return;
        Assert.True(IntervalArithmetic.Divide(left, right).Contains(a / b));
        Rational whole = Rational.Of(System.Numerics.BigInteger.Divide((a / b).Numerator, (a / b).Denominator));
        Assert.True(IntervalArithmetic.Truncate(IntervalArithmetic.Divide(left, right)).Contains(whole));
        Assert.True(IntervalArithmetic.Remainder(left, right).Contains(a - (b * whole)));
    });

    [Fact]
    public void A_comparison_that_holds_for_two_numbers_is_one_that_can_hold() => Dice.Check(2_000, dice =>
    {
        (Interval left, Interval right) = (Any(dice), Any(dice));
        (Rational a, Rational b) = (Number(dice), Number(dice));
        if (!left.Contains(a) || !right.Contains(b)) return;
        foreach (ComparisonOperator comparison in Enum.GetValues<ComparisonOperator>())
        {
            TruthRange truth = RangeComparison.Holds(comparison, left, right);
            bool holds = ExactComparison.Holds(comparison, a.CompareTo(b));
            Assert.True(holds ? truth.CanBeTrue : truth.CanBeFalse);
            Assert.True(!holds || RangeComparison.Narrowed(left, comparison, right) is Interval narrowed && narrowed.Contains(a));
            Assert.NotEqual(holds, ExactComparison.Holds(ComparisonOperators.Opposite(comparison), a.CompareTo(b)));
            Assert.Equal(holds, ExactComparison.Holds(ComparisonOperators.Mirrored(comparison), b.CompareTo(a)));
        }
    });

    private static Interval Any(Dice dice)
    {
        IntervalEnd? low = dice.OneIn(4) ? null : new IntervalEnd(Number(dice), !dice.OneIn(3));
        IntervalEnd? high = dice.OneIn(4) ? null : new IntervalEnd(Number(dice), !dice.OneIn(3));
        return Interval.Of(low, high, dice.OneIn(2) ? dice.Of(Rational.Of(1), Rational.Parse("0.5"), Rational.Parse("1.5"), Rational.Zero) : null);
    }

    private static Rational Number(Dice dice) => Rational.Of(dice.Between(-6, 6)) / Rational.Of(dice.Of(1, 1, 2));
}
