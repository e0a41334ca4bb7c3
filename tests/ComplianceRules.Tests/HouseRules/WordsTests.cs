namespace ComplianceRules.Tests.HouseRules;

public sealed class WordsTests
{
    [Fact]
    public void Nothing_in_src_is_left_undone_folded_away_or_named_for_nothing() => NoFaults.In(SourceFiles.All().SelectMany(WordsGuard.Faults));

    [Theory]
    [InlineData("// TODO later\nclass A;", "a comment says TODO")]
    [InlineData("/* FIXME */ class A;", "a comment says FIXME")]
    [InlineData("/// <summary>HACK</summary>\nclass A;", "a comment says HACK")]
    [InlineData("class A {\n#region Fields\n#endregion\n}", "has a region")]
    [InlineData("class A { int B() => throw new NotImplementedException(); }", "is not written yet")]
    [InlineData("class TextHelpers;", "`TextHelpers` says nothing")]
    [InlineData("class PackUtils;", "`PackUtils` says nothing")]
    [InlineData("class PackManager;", "`PackManager` says nothing")]
    [InlineData("namespace A.Utilities { class B; }", "`A.Utilities` says nothing")]
    public void Each_fault_is_seen(string code, string expected) =>
        Assert.EndsWith(expected, Assert.Single(WordsGuard.Faults(SourceFiles.Parse("A.cs", code))), StringComparison.Ordinal);

    [Fact]
    public void A_plain_comment_and_a_plain_name_pass() =>
        Assert.Empty(WordsGuard.Faults(SourceFiles.Parse("A.cs", "// The limit itself is allowed.\nclass Management { string B = \"TODO\"; }")));
}
