using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Tests.Expressions;

public sealed class RationalDoubleTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.1", 0.1)]
    [InlineData("-33.35", -33.35)]
    [InlineData("123456789012345", 123456789012345)]
    [InlineData("1e300", 1e300)]
    [InlineData("-1e-300", -1e-300)]
    public void A_decimal_becomes_the_double_that_is_written_so(string text, double expected) => Assert.Equal(expected, Rational.Parse(text).ToDouble(), Math.Abs(expected) * 1e-15);

    [Fact]
    public void A_larger_number_never_has_a_smaller_double()
    {
        Rational step = Rational.Of(1) / Rational.Of(BigInteger.Pow(10, 30));
        double before = double.NegativeInfinity;
        for (int i = -500; i < 500; i++)
        {
            double next = (Rational.Of(300) + (Rational.Of(i * 1_000_000_000_000) * step * Rational.Of(1_000))).ToDouble();
            Assert.True(next >= before, $"{i}");
            before = next;
        }
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("2.5", 2)]
    [InlineData("-2.5", -3)]
    [InlineData("-2", -2)]
    public void The_floor_is_the_largest_whole_number_not_above(string text, int expected) => Assert.Equal(expected, Rational.Parse(text).Floor());
}
