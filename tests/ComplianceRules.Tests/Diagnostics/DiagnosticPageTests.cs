using ComplianceRules.Diagnostics;
using ComplianceRules.Tests.HouseRules;

namespace ComplianceRules.Tests.Diagnostics;

public sealed class DiagnosticPageTests
{
    private const string Page = "docs/diagnostics.md";

    [Fact]
    public void The_page_has_one_row_for_every_code_with_its_severity()
    {
        IEnumerable<string> rows = Rows(File.ReadAllText(RepositoryRoot.Combine(Page))).Select(row => $"{row[0]} {row[1]}");
        Assert.Equal(DiagnosticTextTests.Codes().OrderBy(code => code.Number).Select(code => $"{code} {(code.Severity == DiagnosticSeverity.Error ? "error" : "warning")}"), rows);
    }

    [Fact]
    public void Every_row_says_what_happened_and_what_to_do() =>
        NoFaults.In(Rows(File.ReadAllText(RepositoryRoot.Combine(Page))).Where(row => row.Length != 4 || row.Any(cell => cell.Length == 0)).Select(row => $"{Page}: {row[0]} is not whole"));

    [Fact]
    public void No_part_of_the_page_is_left_beside_it() => Assert.False(Directory.Exists(RepositoryRoot.Combine("docs/diagnostics")));

    [Fact]
    public void Rows_are_told_from_other_lines() =>
        Assert.Equal([["CR1001", "error", "a \\| b", "do"]], Rows("# Codes\n\n| code | severity | what | do |\n|---|---|---|---|\n| CR1001 | error | a \\| b | do |\nsee CR1002\n"));

    private static IEnumerable<string[]> Rows(string page) =>
        from line in page.Split('\n')
        where line.StartsWith("| CR", StringComparison.Ordinal)
        select line.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray();
}
