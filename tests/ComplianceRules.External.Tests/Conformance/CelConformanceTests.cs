using System.Collections.Immutable;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>CEL as a judge from outside: each case is passed, out of our profile, or diverges by a difference that the documentation names.</summary>
public sealed class CelConformanceTests(CelLines lines) : IClassFixture<CelLines>
{
    private const string Folder = "tests/ComplianceRules.External.Tests/Conformance";

    public static TheoryData<string> Files => [.. CelSuite.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_stands_as_approved(string file) =>
        ApprovedFile.Match($"{Folder}/Cases/{file}.approved.txt", string.Concat(lines.Of(file).Select(l => l[(file.Length + 1)..] + "\n")));

    [Fact]
    public void No_case_is_unexplained() => Assert.Empty(lines.All.Where(l => l.Contains(CelJudge.Unexplained, StringComparison.Ordinal)));

    [Fact]
    public void No_two_cases_have_one_name() => Assert.Equal(lines.All.Length, lines.All.Select(l => string.Join(' ', l.Split(' ').Take(2))).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_reason_stands_in_the_documentation_and_every_reason_there_is_used()
    {
        IEnumerable<string> used = lines.All.Select(l => l.Split(' ')).Where(w => w[2] != CelJudge.Passed).Select(w => w[3]).Distinct();
        Assert.Equal(CelPage.Reasons().Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_documentation_has_the_counts_by_file() => Assert.Equal(CelPage.Counts(), CelSuite.Files.Select(CountsOf).Append(Counts("all", lines.All)));

    private string CountsOf(string file) => Counts(file, lines.Of(file));

    private static string Counts(string name, ImmutableArray<string> cases)
    {
        int Of(string standing) => cases.Count(l => l.Split(' ')[2] == standing);
        return $"| {name} | {cases.Length} | {Of(CelJudge.Passed)} | {Of(CelJudge.OutOfProfile)} | {Of(CelJudge.Diverges)} |";
    }
}
