using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>What docs/language.md says of CEL.</summary>
internal static class CelPage
{
    private const string Heading = "## Differences from CEL";

    /// <summary>The rows of the table of counts, as they are written.</summary>
    public static IEnumerable<string> Counts() => Rows().Where(r => CelSuite.Files.Append("all").Contains(Cells(r)[0], StringComparer.Ordinal));

    /// <summary>The ids of what diverges and of what is out of profile that cases can show.</summary>
    public static IEnumerable<string> Reasons() => Rows().Select(r => Cells(r)[0]).Where(c => c.StartsWith('`')).Select(c => c.Trim('`'));

    private static IEnumerable<string> Rows() => File.ReadLines(RepositoryRoot.Combine("docs/language.md"))
        .SkipWhile(l => l != Heading).Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)).Where(l => l.StartsWith("| ", StringComparison.Ordinal));

    private static string[] Cells(string row) => row.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
