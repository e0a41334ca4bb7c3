using ComplianceRules.Interop;

namespace ComplianceRules.Tests.Interop;

public sealed class FreeIdsTests
{
    [Theory]
    [InlineData("AtMost45", "AtMost45")]
    [InlineData("at most: 45", "at-most-45")]
    [InlineData("班额", "rule")]
    [InlineData("..", "rule")]
    [InlineData("班额 45", "45")]
    [InlineData("TAKEN", "TAKEN-2")]
    public void An_id_has_only_what_ids_may_have_and_is_free_in_any_case(string name, string expected) => Assert.Equal(expected, new FreeIds(["taken"]).Of(name, "rule"));

    [Fact]
    public void A_name_that_comes_again_is_counted()
    {
        FreeIds ids = new([]);
        Assert.Equal(["w.rule", "w.rule-2", "w.a", "w.A-2"], [ids.Of("班", "rule", "w."), ids.Of("额", "rule", "w."), ids.Of("a", "rule", "w."), ids.Of("A", "rule", "w.")]);
    }
}
