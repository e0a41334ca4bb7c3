using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>The same tables say the same, in whatever they are kept.</summary>
public sealed class SameTablesTests
{
    private const int Cases = 120;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_workbook_says_what_text_files_say(bool isTyped) => Chance.Check(Cases, chance =>
    {
        OracleCase given = CaseMaker.Make(chance);
        Same(given, CaseWorkbook.Read(given, isTyped));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_database_says_what_text_files_say(bool isTyped) => Chance.Check(Cases, chance =>
    {
        OracleCase given = CaseMaker.Make(chance).WithSheets(s => [s with { Rows = [.. s.Rows.Where(r => r.Any(cell => !string.IsNullOrWhiteSpace(cell)))] }]);
        Same(given, CaseDatabase.Read(given, isTyped));
    });

    private static void Same(OracleCase given, Checked<Snapshot> read)
    {
        Snapshot expected = CaseCsv.Read(given).Value;
        SameLines.Hold(Lines(expected), Lines(read.Value), given);
    }

    private static string[] Lines(Snapshot snapshot) =>
    [
        .. SnapshotLines.Of(snapshot),
        .. snapshot.Data.Rows.Select(r => $"rows {r}"),
        $"filtered {snapshot.Data.Filtered}",
        .. snapshot.Data.Skipped.CountBy(d => d.Code).Select(c => $"skipped {c}").Order(StringComparer.Ordinal),
        .. snapshot.Data.Issues.CountBy(d => d.Code).Select(c => $"issue {c}").Order(StringComparer.Ordinal),
    ];
}
