using ComplianceRules.Facts;
using static ComplianceRules.Tests.Facts.MappingText;

namespace ComplianceRules.Tests.Facts;

public sealed class MappedUnitTests
{
    [Theory]
    [InlineData("minutes", "h", "1.5", 90)]
    [InlineData("minutes", "min", "45", 45)]
    [InlineData("share", "1", "0.85", 85)]
    [InlineData("share", "%", "85", 85)]
    [InlineData("ratio", "%", "85", 0.85)]
    public void Numbers_of_another_unit_become_those_of_the_field(string field, string unit, string cell, double expected)
    {
        MappedField mapped = Mapped(field, $"\"unit\": \"{unit}\"");

        Assert.Equal(unit, mapped.Unit?.Text);
        Assert.Equal(expected, mapped.Cells.Read(cell).Number);
    }

    [Theory]
    [InlineData("share", "1", 12)]
    [InlineData("share", "%", 12)]
    [InlineData("ratio", "1", 0.12)]
    [InlineData("ratio", "%", 0.12)]
    public void A_per_cent_sign_says_the_same_whatever_the_unit_of_the_column(string field, string unit, double expected) =>
        Assert.Equal(expected, Mapped(field, $"\"unit\": \"{unit}\"").Cells.Read("12%").Number);

    [Fact]
    public void A_per_cent_sign_in_a_column_of_hours_is_a_wrong_type() => Assert.Equal(UnknownReason.WrongType, Mapped("minutes", "\"unit\": \"h\"").Cells.Read("12%").Unknown);

    [Fact]
    public void Without_a_unit_of_its_own_a_column_has_that_of_the_field()
    {
        MappedField mapped = Mapped("minutes", "\"factor\": 2");

        Assert.Null(mapped.Unit);
        Assert.Equal(90, mapped.Cells.Read("45").Number);
    }

    [Fact]
    public void A_value_that_the_mapping_gives_is_in_the_unit_of_the_field() =>
        Assert.Equal(1, Mapped("minutes", "\"unit\": \"h\", \"values\": { \"x\": 1 }").Cells.Read("x").Number);

    [Theory]
    [InlineData("\"minutes\": { \"column\": \"A\", \"unit\": \"小时\" }", "CR1067(2,49)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"unit\": \"h/d/d\" }", "CR1067(2,49)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"unit\": 60 }", "CR1031(2,49)")]
    [InlineData("\"remark\": { \"column\": \"A\", \"unit\": \"h\" }", "CR1068(2,48)")]
    [InlineData("\"starts\": { \"column\": \"A\", \"unit\": \"h\" }", "CR1068(2,48)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"unit\": \"m\" }", "CR1069(2,49)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"unit\": \"h/d\" }", "CR1069(2,49)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"unit\": \"h\", \"factor\": 60 }", "CR1070(2,64)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"unit\": \"m\", \"factor\": 0 }", "CR1069(2,49) CR1070(2,64) CR1055(2,64)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"unti\": \"h\" }", "CR1003(2,41)")]
    public void A_unit_that_cannot_be_used_is_refused(string field, string expected) => Assert.Equal(expected, Places(Read(Field(field))));

    [Fact]
    public void Units_that_do_not_convert_are_both_named() =>
        Assert.StartsWith("mapping.json(2,49): error CR1069: a column in `m` cannot become `minutes`, which is in `min` (", Read(Field("\"minutes\": { \"column\": \"A\", \"unit\": \"m\" }")).Diagnostics[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_misspelt_unit_is_told_the_nearest_one() => Assert.Equal("pupil", Read(Field("\"minutes\": { \"column\": \"A\", \"unit\": \"pupils\" }")).Diagnostics[0].DidYouMean);

    private static MappedField Mapped(string field, string members) => Assert.Single(TableOf($"\"fields\": {{ \"{field}\": {{ \"column\": \"A\", {members} }} }}").Fields);
}
