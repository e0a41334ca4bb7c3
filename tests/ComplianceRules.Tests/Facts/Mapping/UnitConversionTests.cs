using System.Globalization;
using System.Numerics;
using ComplianceRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

public sealed class UnitConversionTests
{
    [Theory]
    [InlineData("h", "min", 2, 120)]
    [InlineData("min", "h", 90, 1.5)]
    [InlineData("min", "h", 100, 1.66666666666667)]
    [InlineData("min", "h", -1, -0.0166666666666667)]
    [InlineData("h/d", "min/d", 0.1, 6)]
    [InlineData("h", "min/d", 0.1, 6)]
    [InlineData("%", "1", 7, 0.07)]
    [InlineData("1", "%", 0.07, 7)]
    [InlineData("person", "pupil", 45, 45)]
    [InlineData("teacher", "person", 45, 45)]
    [InlineData("pupil", "pupil/class", 45, 45)]
    [InlineData("person/person", "1", 45, 45)]
    [InlineData("teacher/100 person", "person/100 pupil", 5, 5)]
    [InlineData("person", "person/100 pupil", 5, 5)]
    [InlineData("m2/person", "m2/pupil", 5, 5)]
    [InlineData("m2", "m2/pupil", 5, 5)]
    [InlineData("h", "min", 0, 0)]
    public void What_says_the_same_in_another_unit_is_converted(string from, string to, double number, double expected)
    {
        Assert.True(UnitConversion.TryFactor(Of(from), Of(to), out CellNumber factor));
        Assert.True(CellNumber.Of(number).TryMultiply(factor, out double product));
        Assert.Equal(expected, product);
    }

    [Theory]
    [InlineData("m", "m2")]
    [InlineData("min", "m")]
    [InlineData("d", "h")]
    [InlineData("week", "d")]
    [InlineData("pupil", "teacher")]
    [InlineData("person", "class")]
    [InlineData("person", "1")]
    [InlineData("1", "min")]
    [InlineData("%", "pp")]
    [InlineData("min/d", "min")]
    [InlineData("min/week", "min/d")]
    [InlineData("h/week", "min/d")]
    [InlineData("m/h", "m/min")]
    [InlineData("pupil/teacher", "teacher/pupil")]
    [InlineData("m2/pupil", "m2/teacher")]
    [InlineData("person/pupil", "person/100 pupil")]
    [InlineData("h^2", "min^2")]
    public void What_says_something_else_is_not_converted(string from, string to)
    {
        Assert.False(UnitConversion.TryFactor(Of(from), Of(to), out CellNumber factor));
        Assert.Equal(CellNumber.One, factor);
    }

    [Fact]
    public void What_cannot_be_held_is_not_given()
    {
        Assert.False(CellNumber.Of(1e308).TryMultiply(new CellNumber(60, 0), out double product));
        Assert.Equal(0, product);
    }

    [Fact]
    public void Every_unit_converts_to_itself_by_one() => Prop.ForAll(Units().ToArbitrary(), unit =>
    {
        Assert.True(UnitConversion.TryFactor(unit, unit, out CellNumber factor));
        Assert.Equal(CellNumber.One, factor);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_converts_there_converts_back_by_the_inverse_factor() => Prop.ForAll(Pairs(), units =>
    {
        bool there = UnitConversion.TryFactor(units.From, units.To, out CellNumber factor);
        bool back = UnitConversion.TryFactor(units.To, units.From, out CellNumber inverse);
        if (units.From.HasDenominator == units.To.HasDenominator) Assert.Equal(there, back);
        if (!there || !back) return;
        Assert.Equal(factor.Digits * inverse.Digits, factor.Over * inverse.Over);
        Assert.Equal(0, factor.Exponent + inverse.Exponent);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hours_become_minutes_and_hours_again() => Prop.ForAll(Gen.Choose(int.MinValue, int.MaxValue).Zip(Gen.Choose(0, 6)).ToArbitrary(), parts =>
    {
        Assert.True(FactNumber.TryParse(string.Create(CultureInfo.InvariantCulture, $"{parts.Item1}E-{parts.Item2}"), out double hours));
        Assert.True(UnitConversion.TryFactor(Of("h"), Unit.Minute, out CellNumber factor));
        Assert.True(UnitConversion.TryFactor(Unit.Minute, Of("h"), out CellNumber inverse));
        Assert.True(CellNumber.Of(hours).TryMultiply(factor, out double minutes));
        Assert.True(CellNumber.Of(minutes).TryMultiply(inverse, out double back));
        Assert.Equal(hours, back);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_quotient_is_rounded_once_to_fifteen_digits() => Prop.ForAll(Gen.Choose(1, int.MaxValue).Zip(Gen.Choose(1, 100)).ToArbitrary(), parts =>
    {
        Assert.True(CellNumber.Of(parts.Item1).TryMultiply(new CellNumber(1, 0, parts.Item2), out double quotient));

        // An oracle of its own: as many digits as there can be, and half of the last is rounded up.
        BigInteger scaled = BigInteger.Multiply(parts.Item1, BigInteger.Pow(10, 30)) / parts.Item2;
        BigInteger unit = BigInteger.Pow(10, scaled.ToString(CultureInfo.InvariantCulture).Length - 15);
        BigInteger rounded = (scaled + (unit / 2)) / unit * unit;
        Assert.Equal(double.Parse($"{rounded.ToString(CultureInfo.InvariantCulture)}E-30", CultureInfo.InvariantCulture), quotient);
    }).QuickCheckThrowOnFailure();

    private static Unit Of(string text) => Unit.TryParse(text, [], out Unit unit) ? unit : throw new ArgumentException($"{text} is no unit", nameof(text));

    private static Gen<Unit> Units() =>
        from above in Gen.Elements(Unit.BaseNames.Append("1").ToArray())
        from below in Gen.Elements(Unit.BaseNames.Append("1").Append("100 pupil").Append("100 person").ToArray())
        select Of($"{above}/{below}");

    private static Arbitrary<(Unit From, Unit To)> Pairs() => (from one in Units() from other in Units() select (one, other)).ToArbitrary();
}
