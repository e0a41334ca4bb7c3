using Xunit.Sdk;

namespace ComplianceRules.Tests.Readme;

[Collection(WholeProcess.Name)]
public sealed class ReadmeTests
{
    private const string English = "README.md";
    private const string Chinese = "README.zh-CN.md";

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void Every_program_compiles_runs_and_writes_what_the_page_says(string path)
    {
        (string Code, string? Output)[] programs = [.. ReadmeFile.Read(path).Programs()];
        Assert.NotEmpty(programs);
        Assert.All(programs, program => Assert.Equal(program.Output, ReadmeProgram.Run(program.Code)));
    }

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void A_program_is_complete_by_line_15_and_the_page_is_short(string path)
    {
        ReadmeFile page = ReadmeFile.Read(path);
        (string language, string _, int lastLine) = page.Blocks().First();
        Assert.Equal("csharp", language);
        Assert.InRange(lastLine, 1, 15);
        Assert.InRange(page.Lines.Length, 15, 150);
    }

    [Fact]
    public void Both_languages_show_the_same_programs() => Assert.Equal(ReadmeFile.Read(English).Programs(), ReadmeFile.Read(Chinese).Programs());

    [Fact]
    public void Both_languages_show_the_same_commands() => Assert.Equal(Commands(English), Commands(Chinese));

    [Theory]
    [InlineData("dotnet test ComplianceRules.sln -c Release")]
    [InlineData("dotnet run -c Release --project src/ComplianceRules.Cli -- evaluate samples/county/csv --packs rulepacks --area homework --area class_size --lang zh")]
    public void The_two_commands_are_there(string command) => Assert.Contains(command, Commands(English));

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void Every_link_to_a_file_leads_to_one(string path) => Assert.All(Links(path), link => Assert.True(Path.Exists(RepositoryRoot.Combine(link)), link));

    [Fact]
    public void A_program_that_does_not_compile_fails() => Assert.ThrowsAny<XunitException>(() => ReadmeProgram.Run("Nothing();"));

    [Fact]
    public void A_program_with_a_warning_fails() => Assert.ThrowsAny<XunitException>(() => ReadmeProgram.Run("string text = null; Console.WriteLine(text);"));

    [Fact]
    public void A_program_runs_in_the_root_and_its_output_is_caught() =>
        Assert.Equal("True\n", ReadmeProgram.Run("Console.WriteLine(File.Exists(\"ComplianceRules.sln\"));"));

    [Fact]
    public void A_program_goes_with_the_text_right_below_it()
    {
        ReadmeFile page = ReadmeFile.Parse("# A\n```csharp\na();\n```\nsays\n```text\n1\n2\n```\n```csharp\nb();\n```\n```sh\nls\n```\n");
        Assert.Equal([("a();\n", "1\n2\n"), ("b();\n", null)], page.Programs());
    }

    [Fact]
    public void A_fence_that_is_never_closed_is_seen() => Assert.Throws<FormatException>(() => ReadmeFile.Parse("```csharp\na();").Blocks().ToArray());

    private static IEnumerable<string> Commands(string path) =>
        ReadmeFile.Read(path).Blocks().Where(block => block.Language == "sh").SelectMany(block => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Links(string path) =>
        from line in ReadmeFile.Read(path).Lines
        from part in line.Split("](").Skip(1)
        let link = part.Split(')')[0].Split('#')[0]
        where link.Length > 0 && !link.Contains("://", StringComparison.Ordinal)
        select link;
}
