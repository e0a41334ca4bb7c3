namespace ComplianceRules.Tests.HouseRules;

public sealed class FileShapeTests
{
    [Fact]
    public void Every_source_file_has_one_type_its_name_and_a_bearable_length() => NoFaults.In(SourceFiles.All().SelectMany(FileShapeGuard.Faults));

    [Fact]
    public void Every_project_below_src_has_source_files() => Assert.All(SourceFiles.Projects, project => Assert.NotEmpty(SourceFiles.Of(project)));

    [Fact]
    public void A_file_of_four_hundred_lines_passes_and_one_more_is_seen()
    {
        string code = "namespace A; public sealed class Long { }" + new string('\n', 400);
        Assert.Empty(Faults("a/Long.cs", code));
        Assert.Equal(["a/Long.cs: has more than 400 lines"], Faults("a/Long.cs", code + "\n"));
    }

    [Fact]
    public void A_method_of_sixty_lines_passes_and_one_more_is_seen()
    {
        static string Code(int lines) => "namespace A; public sealed class Long { void M() {" + new string('\n', lines - 1) + "} }";
        Assert.Empty(Faults("a/Long.cs", Code(60)));
        Assert.Equal(["a/Long.cs(1): a method has more than 60 lines"], Faults("a/Long.cs", Code(61)));
    }

    [Theory]
    [InlineData("a/One.cs", "namespace A; public sealed class One; public enum Two { }", "a/One.cs: has 2 types, not one")]
    [InlineData("a/One.cs", "namespace A; public sealed class One; public delegate void Two();", "a/One.cs: has 2 types, not one")]
    [InlineData("a/One.cs", "namespace A;", "a/One.cs: has 0 types, not one")]
    [InlineData("a/One.cs", "namespace A { public sealed record Two; }", "a/One.cs: is not named after `Two`")]
    [InlineData("a/One.Area.cs", "namespace A; public sealed class One;", "a/One.Area.cs: is not named after `One`")]
    public void A_badly_shaped_file_is_seen(string path, string code, string expected) => Assert.Contains(expected, Faults(path, code));

    [Theory]
    [InlineData("a/One.cs", "namespace A; public sealed class One { public sealed class Nested; }")]
    [InlineData("a/One.cs", "namespace A; public sealed class One<T>;")]
    [InlineData("a/One.Area.cs", "namespace A; public static partial class One;")]
    [InlineData("a/Program.cs", "return 0;")]
    public void A_well_shaped_file_passes(string path, string code) => Assert.Empty(Faults(path, code));

    private static IEnumerable<string> Faults(string path, string code) => FileShapeGuard.Faults(SourceFiles.Parse(path, code));
}
