namespace ComplianceRules.Tests.Readme;

/// <summary>The programs of the guides for applications compile, and print what stands below them.</summary>
[Collection(WholeProcess.Name)]
public sealed class GuideProgramTests
{
    private const string Start = "docs/getting-started.md";
    private const string Chinese = "docs/getting-started.zh-CN.md";

    public static TheoryData<string> Pages =>
    [
        Start, Chinese, "docs/embedding.md", "docs/plugins.md",
        .. Directory.GetFiles(RepositoryRoot.Combine("src"), "PACKAGE.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(RepositoryRoot.Path, f).Replace('\\', '/')).Where(HasPrograms).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_program_compiles_and_writes_what_the_page_says(string page)
    {
        (string Code, string? Output)[] programs = [.. ReadmeFile.Read(page).Programs()];
        Assert.NotEmpty(programs);
        foreach ((string code, string? output) in programs)
        {
            if (output is null) ReadmeProgram.Compile(code);
            else Assert.Equal(output, ReadmeProgram.Run(code));
        }
    }

    [Fact]
    public void Both_languages_show_the_same_programs() => Assert.Equal(ReadmeFile.Read(Start).Programs(), ReadmeFile.Read(Chinese).Programs());

    private static bool HasPrograms(string page) => ReadmeFile.Read(page).Programs().Any();
}
