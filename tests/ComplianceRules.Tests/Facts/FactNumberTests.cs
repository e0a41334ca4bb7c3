using System.Globalization;
using ComplianceRules.Facts;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

public sealed class FactNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("45", 45)]
    [InlineData("+7", 7)]
    [InlineData(".5", 0.5)]
    [InlineData("-12.50", -12.5)]
    [InlineData("1e3", 1000)]
    [InlineData("2.5E-3", 0.0025)]
    [InlineData("0e-500", 0)]
    [InlineData("0000000000000000000012", 12)]
    [InlineData("0.30000000000000004", 0.3)]
    [InlineData("59.99999999999999999", 60)]
    [InlineData("999999999999999.5", 1e15)]
    [InlineData("1234567890123454", 1234567890123450)]
    [InlineData("1234567890123455", 1234567890123460)]
    [InlineData("12345678901234567890", 12345678901234600000)]
    [InlineData("0.000123456789012345678", 0.000123456789012346)]
    public void A_number_is_the_double_of_its_first_fifteen_digits(string text, double expected)
    {
        Assert.True(FactNumber.TryParse(text, out double value));
        Assert.Equal(expected, value);
        Assert.False(double.IsNegative(value) && value == 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e2.5")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e-400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("٣")]
    public void What_is_no_finite_number_is_refused(string text)
    {
        Assert.False(FactNumber.TryParse(text, out double value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void Every_decimal_of_at_most_fifteen_digits_is_read_as_the_nearest_double() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<long, byte>((mantissa, places) =>
        {
            string digits = (mantissa % 1_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
            string text = $"{digits}e-{places % 20}";
            return FactNumber.TryParse(text, out double value) && value.Equals(double.Parse(text, CultureInfo.InvariantCulture) + 0.0);
        }));
}
