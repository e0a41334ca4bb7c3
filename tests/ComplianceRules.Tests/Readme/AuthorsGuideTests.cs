using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Readme;

/// <summary>The pack of the authors' guide does what the guide says.</summary>
public sealed class AuthorsGuideTests : IDisposable
{
    private const string English = "docs/authors-guide.md";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Its_pack_is_without_fault_and_its_cases_pass()
    {
        CaseReport report = CaseRunner.Run(Check(Pack()).Value).Value;
        Assert.Equal((3, 0, true), (report.Passed, report.Failed, report.Coverage.IsComplete));
    }

    [Fact]
    public void Its_spelling_mistake_gives_the_message_that_is_shown()
    {
        Diagnostic diagnostic = Assert.Single(Check(Pack().Replace("\"of\": \"library_hours\"", "\"of\": \"libary_hours\"", StringComparison.Ordinal)).Diagnostics);
        Assert.Contains(Shown(diagnostic, TextLanguage.English), File.ReadAllText(RepositoryRoot.Combine(English)), StringComparison.Ordinal);
        Assert.Contains(Shown(diagnostic, TextLanguage.Chinese), File.ReadAllText(RepositoryRoot.Combine("docs/authors-guide.zh-CN.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_show_the_same_blocks() => Assert.Equal(
        ReadmeFile.Read(English).Blocks().Select(block => block.Text), ReadmeFile.Read("docs/authors-guide.zh-CN.md").Blocks().Select(block => block.Text));

    private static string Pack() => ReadmeFile.Read(English).Blocks().First().Text;

    private string Shown(Diagnostic diagnostic, TextLanguage language) => diagnostic.ToText(language).Replace(_folder.Replace('\\', '/'), "rulepacks", StringComparison.Ordinal);

    private Checked<Catalogue> Check(string pack)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "demo")).FullName;
        File.WriteAllText(Path.Combine(folder, "pack.json"), pack);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "cases")).FullName, "library.hours.json"), ReadmeFile.Read(English).Blocks().ElementAt(1).Text);
        return PackChecker.Check(PackReader.ReadDirectory(_folder).Value);
    }
}
