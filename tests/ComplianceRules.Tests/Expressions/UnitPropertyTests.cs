using ComplianceRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Expressions;

public sealed class UnitPropertyTests
{
    private static readonly string[] Counting = ["computer", "meal"];

    private static readonly Gen<Unit> Units =
        from above in Half() from below in Half() from scale in Gen.Elements("", "", "100 ")
        select Read($"{(above.Length == 0 ? "1" : above)}{(below.Length + scale.Length == 0 ? "" : $"/{scale}{below}")}");

    [Fact]
    public void The_order_of_factors_does_not_matter() => Holds((a, b, _) => a.Times(b).Equals(b.Times(a)));

    [Fact]
    public void How_factors_are_grouped_does_not_matter() => Holds((a, b, c) => a.Times(b).Times(c).Equals(a.Times(b.Times(c))));

    [Fact]
    public void One_changes_nothing() => Holds((a, _, _) => a.Times(Unit.One).Equals(a) && Unit.One.Times(a).Equals(a) && a.Over(Unit.One).Equals(a));

    [Fact]
    public void Dividing_undoes_multiplying() => Holds((a, b, _) => b.HasScale || (a.Times(b).Over(b).Equals(a) && a.Over(b).Times(b).Equals(a)));

    [Fact]
    public void A_quotient_of_a_product_is_a_quotient_of_quotients() => Holds((a, b, c) => b.HasScale || c.HasScale || a.Over(b.Times(c)).Equals(a.Over(b).Over(c)));

    [Fact]
    public void A_text_is_read_as_the_unit_that_wrote_it() => Holds((a, _, _) => Read(a.Text).Equals(a) && Read(a.Text).Text == a.Text);

    [Fact]
    public void Units_are_equal_where_their_texts_are() =>
        Holds((a, b, _) => a.Equals(b) == (a.Text == b.Text) && (!a.Equals(b) || a.GetHashCode() == b.GetHashCode()));

    [Fact]
    public void Above_over_below_is_the_whole() =>
        Holds((a, _, _) => a.HasScale ? a.Numerator.Over(a.Denominator).PerHundred().Equals(a) : a.Numerator.Over(a.Denominator).Equals(a));

    private static void Holds(Func<Unit, Unit, Unit, bool> property) =>
        Prop.ForAll(Units.ToArbitrary(), Units.ToArbitrary(), Units.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<string> Half() =>
        from count in Gen.Choose(0, 3) from words in Power().ListOf(count) select string.Join(" ", words);

    private static Gen<string> Power() =>
        from name in Gen.Elements([.. Unit.BaseNames, .. Counting]) from power in Gen.Elements("", "", "^2", "^3") select name + power;

    private static Unit Read(string text) => Unit.TryParse(text, Counting, out Unit unit) ? unit : throw new FormatException(text);
}
