using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Readme;

/// <summary>Who follows the authors' guide, file by file and command by command, gets what it shows.</summary>
[Collection(ToolSession.Name)]
public sealed class AuthorsGuideTests(ToolSession session) : IDisposable
{
    private const string English = "docs/authors-guide.md";
    private const string Chinese = "docs/authors-guide.zh-CN.md";
    private const string Pack = "rulepacks/cn-370321";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public async Task Each_command_prints_what_is_shown_with_the_files_written_so_far(string path)
    {
        Copy(RepositoryRoot.Combine("rulepacks"), Path.Combine(_folder, "rulepacks"));
        Copy(RepositoryRoot.Combine("rulepacks"), Path.Combine(_folder, "before"));
        GuideStep[] steps = [.. GuideStep.All(ReadmeFile.Read(path))];
        Assert.Equal((5, 10), (steps.Count(s => s.File is not null), steps.Count(s => s.Command is not null)));
        foreach (GuideStep step in steps)
        {
            if (step.File is { } file) Write(file, step.Text);
            if (step.Command is { } command) Assert.Null(step.FirstLineNotIn(await session.Run(command.Split(' '), _folder)));
        }
    }

    [Fact]
    public void Its_pack_is_without_fault_and_its_cases_show_all_there_is()
    {
        Checked<Catalogue> pack = PackChecker.Check(Follow().Value);
        Assert.Empty(pack.Diagnostics);
        CaseReport report = CaseRunner.Run(pack.Value, FrozenSet.Create(StringComparer.Ordinal, "cn-370321")).Value;
        Assert.Equal((7, 0, 3, true), (report.Passed, report.Failed, report.Coverage.Rules.Length, report.Coverage.IsComplete));
    }

    [Theory]
    [InlineData("\"primary\": 50", "\"primary\": 70", "CR3007", "CR3201")]
    [InlineData("\"of\": \"corner_books\"", "\"of\": \"corner_book\"", "CR2003")]
    [InlineData("\"unit\": \"book\"", "\"unit\": \"books\"", "CR1130")]
    [InlineData("\"primary\": 50", "\"primary\": \"50 min/d\"", "CR2116")]
    public void Its_mistakes_give_the_messages_that_are_shown(string right, string wrong, params string[] codes)
    {
        Checked<PackSet> read = Follow(right, wrong);
        ImmutableArray<Diagnostic> diagnostics = read.IsValid ? PackChecker.Check(read.Value).Diagnostics : read.Diagnostics;
        foreach (string code in codes)
        {
            Assert.Contains(Messages(English), m => diagnostics.Any(d => d.Code.ToString() == code && Shown(d, TextLanguage.English).StartsWith(m, StringComparison.Ordinal)));
            Assert.Contains(Messages(Chinese), m => diagnostics.Any(d => d.Code.ToString() == code && Shown(d, TextLanguage.Chinese).StartsWith(m, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Both_languages_write_the_same_files() => Assert.Equal(
        GuideStep.All(ReadmeFile.Read(English)).Where(s => s.File is not null), GuideStep.All(ReadmeFile.Read(Chinese)).Where(s => s.File is not null));

    private static IEnumerable<string> Messages(string path) => ReadmeFile.Read(path).Lines
        .Select(line => line.Trim()).Where(line => line.StartsWith($"{Pack}/pack.json(", StringComparison.Ordinal)).Select(line => line.TrimEnd('…', ' '));

    private string Shown(Diagnostic diagnostic, TextLanguage language) => diagnostic.ToText(language).Replace(_folder.Replace('\\', '/') + "/", string.Empty, StringComparison.Ordinal);

    private Checked<PackSet> Follow(string right = "", string wrong = "")
    {
        foreach (GuideStep step in GuideStep.All(ReadmeFile.Read(English)).Where(s => s.File is not null)) Write(step.File!, right.Length == 0 ? step.Text : step.Text.Replace(right, wrong, StringComparison.Ordinal));
        return PackReader.ReadDirectory(Path.Combine(_folder, Pack), RepositoryRoot.Combine("rulepacks"));
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
