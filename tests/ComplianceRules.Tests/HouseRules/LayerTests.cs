using Microsoft.CodeAnalysis;

namespace ComplianceRules.Tests.HouseRules;

public sealed class LayerTests
{
    private const string Low = "namespace ComplianceRules.Facts; public sealed class Low { public static int Count => 0; }";
    private const string High = "namespace ComplianceRules.Engine; public sealed class High { public static int Count => 0; public sealed class Inner; } public sealed class SeenAttribute : Attribute;";

    [Fact]
    public void The_library_uses_only_layers_to_the_left() =>
        NoFaults.In(LayerGuard.Violations(SourceCompilation.Library));

    [Fact]
    public void Every_file_of_the_library_stands_in_a_layer_and_has_its_namespace() =>
        NoFaults.In(LayerGuard.Misplaced(SourceFiles.Of(SourceFiles.Library)));

    [Fact]
    public void Every_file_of_the_other_projects_has_the_namespace_of_its_folder() => NoFaults.In(
        SourceFiles.Projects.Where(project => project != SourceFiles.Library).SelectMany(project => LayerGuard.Misplaced(project, SourceFiles.Of(project))));

    [Theory]
    [InlineData("src/Other/Odd.cs", "namespace Other.Odds; public sealed class Odd;", "its namespace is not Other")]
    [InlineData("src/Other/Odds/Odd.cs", "namespace Other; public sealed class Odd;", "its namespace is not Other.Odds")]
    public void A_file_of_another_project_in_the_wrong_place_is_seen(string path, string code, string expected) =>
        Assert.EndsWith(expected, Assert.Single(LayerGuard.Misplaced("src/Other", [SourceFiles.Parse(path, code)])), StringComparison.Ordinal);

    [Fact]
    public void Every_folder_of_the_library_is_a_layer()
    {
        IEnumerable<string> folders = SourceFiles.Of(SourceFiles.Library).Select(tree => tree.FilePath.Split('/')[2]).Distinct();
        Assert.Empty(folders.Except(LayerGuard.Layers.SelectMany(group => group)));
    }

    [Theory]
    [InlineData("public sealed class Bad { public High? Field() => null; }")]
    [InlineData("public sealed class Bad { public int Body() => High.Count; }")]
    [InlineData("public sealed class Bad { public int Body() => ComplianceRules.Engine.High.Count; }")]
    [InlineData("public sealed class Bad { public List<High> All { get; } = []; }")]
    [InlineData("public sealed class Bad { public object New() => new High.Inner(); }")]
    [InlineData("public sealed class Bad { public string Name => nameof(High); }")]
    [InlineData("[Seen] public sealed class Bad;")]
    public void A_use_of_a_layer_to_the_right_is_seen(string code) =>
        Assert.Contains(Seen($"using ComplianceRules.Engine; namespace ComplianceRules.Facts; {code}", "Facts"), fault => fault.EndsWith("Facts uses Engine", StringComparison.Ordinal));

    [Fact]
    public void A_using_directive_alone_is_seen() =>
        Assert.Equal(["src/ComplianceRules/Facts/Bad.cs(1): Facts uses Engine"], Seen("using ComplianceRules.Engine; namespace ComplianceRules.Facts; public sealed class Bad;", "Facts"));

    [Fact]
    public void Two_leaves_that_see_each_other_are_seen()
    {
        SyntaxTree report = SourceFiles.Parse("src/ComplianceRules/Reports/Report.cs", "namespace ComplianceRules.Reports; public sealed class Report;");
        SyntaxTree cases = SourceFiles.Parse("src/ComplianceRules/Cases/Bad.cs", "namespace ComplianceRules.Cases; public sealed class Bad { public Reports.Report? Report { get; } }");
        Assert.Contains(LayerGuard.Violations(SourceCompilation.Compile(report, cases)), fault => fault.EndsWith("Cases uses Reports", StringComparison.Ordinal));
    }

    [Fact]
    public void A_use_of_a_layer_to_the_left_is_allowed() =>
        Assert.Empty(Seen("using ComplianceRules.Facts; namespace ComplianceRules.Engine; public sealed class Good { public int Count => Low.Count; }", "Engine"));

    [Theory]
    [InlineData("src/ComplianceRules/Odd.cs", "namespace ComplianceRules; public sealed class Odd;", "stands in no layer")]
    [InlineData("src/ComplianceRules/Odds/Odd.cs", "namespace ComplianceRules.Odds; public sealed class Odd;", "stands in no layer")]
    [InlineData("src/ComplianceRules/Facts/Odd.cs", "namespace ComplianceRules.Packs; public sealed class Odd;", "its namespace is not ComplianceRules.Facts")]
    [InlineData("src/ComplianceRules/Facts/Sources/Odd.cs", "namespace ComplianceRules.Facts.Sources; public sealed class Odd;", "its namespace is not ComplianceRules.Facts")]
    public void A_file_in_the_wrong_place_is_seen(string path, string code, string expected) =>
        Assert.EndsWith(expected, Assert.Single(LayerGuard.Misplaced([SourceFiles.Parse(path, code)])), StringComparison.Ordinal);

    [Fact]
    public void Source_that_does_not_compile_is_never_judged_clean() =>
        Assert.Throws<InvalidOperationException>(() => Seen("namespace ComplianceRules.Facts; public sealed class Bad : Nothing;", "Facts"));

    private static IEnumerable<string> Seen(string code, string layer) => LayerGuard.Violations(SourceCompilation.Compile(
        SourceFiles.Parse("src/ComplianceRules/Facts/Low.cs", Low),
        SourceFiles.Parse("src/ComplianceRules/Engine/High.cs", High),
        SourceFiles.Parse($"src/ComplianceRules/{layer}/Bad.cs", code)));
}
