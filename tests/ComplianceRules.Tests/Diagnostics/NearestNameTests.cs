using ComplianceRules.Diagnostics;

namespace ComplianceRules.Tests.Diagnostics;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("clas_size", "class_size")]
    [InlineData("class_szie", "class_size")]
    [InlineData("CLASS_SIZE", "class_size")]
    [InlineData("enrollment", "enrolment")]
    [InlineData("gard", "grad")]
    public void A_slip_of_the_pen_finds_its_name(string written, string meant) =>
        Assert.Equal(meant, NearestName.Of(written, ["enrolment", "class_size", "grad", "boarding"]));

    [Theory]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("homework")]
    [InlineData("class")]
    public void What_is_too_far_from_all_finds_none(string written) => Assert.Null(NearestName.Of(written, ["enrolment", "class_size", "boarding"]));

    [Fact]
    public void Among_names_as_near_the_first_in_ordinal_order_is_meant_whatever_their_order()
    {
        Assert.Equal("grade_a", NearestName.Of("grade_x", ["grade_c", "grade_a", "grade_b"]));
        Assert.Equal("grade_a", NearestName.Of("grade_x", ["grade_b", "grade_c", "grade_a"]));
    }

    [Fact]
    public void A_nearer_name_is_meant_before_one_that_comes_first() => Assert.Equal("grade_xy", NearestName.Of("grade_x", ["grade_ab", "grade_xy"]));

    [Fact]
    public void A_name_is_at_most_three_letters_away_however_long_it_is()
    {
        Assert.Equal("abcdefghijklmnop", NearestName.Of("abcdefghijklm", ["abcdefghijklmnop"]));
        Assert.Null(NearestName.Of("abcdefghijkl", ["abcdefghijklmnop"]));
    }

    [Fact]
    public void Names_without_end_are_not_compared()
    {
        string endless = new('a', 65);
        Assert.Null(NearestName.Of(endless, [endless]));
        Assert.Null(NearestName.Of("a", [endless]));
    }
}
