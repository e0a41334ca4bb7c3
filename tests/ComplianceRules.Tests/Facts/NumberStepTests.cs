using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class NumberStepTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(-3, 1)]
    [InlineData(0.3, 0.1)]
    [InlineData(1.1, 0.1)]
    [InlineData(0.00003, 0.00001)]
    [InlineData(999999999999.99, 0.01)]
    [InlineData(1e26, 0.1)]
    [InlineData(7.5, 2.5)]
    public void Whole_numbers_of_steps_fit(double value, double step) => Assert.True(NumberStep.Fits(value, step));

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.35, 0.1)]
    [InlineData(1e-30, 1)]
    [InlineData(999999999999.995, 0.01)]
    [InlineData(1e300, 1)]
    [InlineData(-1e300, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    [InlineData(1, double.NaN)]
    public void Anything_else_does_not(double value, double step) => Assert.False(NumberStep.Fits(value, step));
}
