using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

/// <summary>
/// Local values that are looser than the nation's, as sources give them: each folder of <c>tests/packs/looser</c> puts one beside the packs that ship, and
/// <c>expected.txt</c> there says with which code it is refused.
/// </summary>
public sealed class LooserLocalValueTests
{
    private const string Folder = "tests/packs/looser";

    public static TheoryData<string, string> Expected
    {
        get
        {
            TheoryData<string, string> expected = [];
            foreach (string[] line in File.ReadAllLines(RepositoryRoot.Combine($"{Folder}/expected.txt")).Select(l => l.Split(' '))) expected.Add(line[0], line[1]);
            return expected;
        }
    }

    [Theory]
    [MemberData(nameof(Expected))]
    public void A_local_value_that_is_looser_than_the_nations_is_refused(string name, string code)
    {
        Checked<PackSet> read = PackReader.ReadDirectory(RepositoryRoot.Combine($"{Folder}/{name}"), RepositoryRoot.Combine("rulepacks"));
        Assert.Empty(read.Diagnostics);

        ImmutableArray<Diagnostic> problems = [.. PackChecker.Check(read.Value).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];

        Assert.Contains(code, problems.Select(d => d.Code.ToString()));
        Assert.All(problems, d => Assert.Contains($"/{name}/pack.json", d.Span!.File, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_folder_is_expected_to_be_refused() => Assert.Equal(
        Directory.GetDirectories(RepositoryRoot.Combine(Folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal),
        File.ReadAllLines(RepositoryRoot.Combine($"{Folder}/expected.txt")).Select(l => l.Split(' ')[0]));
}
