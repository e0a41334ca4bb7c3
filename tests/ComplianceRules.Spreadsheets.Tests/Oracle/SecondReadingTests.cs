using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>The library reads tables as the second reading does, which was written from the documents alone.</summary>
public sealed class SecondReadingTests
{
    private const int Cases = 300;

    [Fact]
    public void Any_tables_by_any_mapping_give_the_rows_facts_and_lists_that_the_documents_promise() => Chance.Check(Cases, chance =>
    {
        OracleCase given = CaseMaker.Make(chance);
        OracleReader expected = OracleReader.Of(given);
        Snapshot read = CaseCsv.Read(given).Value;
        SameLines.Hold(OracleLines.Of(expected), SnapshotLines.Of(read), given);
    });

    [Fact]
    public void No_record_of_any_tables_is_lost() => Chance.Check(Cases, chance =>
    {
        OracleCase given = CaseMaker.Make(chance);
        OracleReader expected = OracleReader.Of(given);
        DataReport data = CaseCsv.Read(given).Value.Data;
        int rows = given.Mapping.Tables.Sum(t => data.Rows.GetValueOrDefault(t.Table));
        string shown = string.Join('\n', [.. data.Skipped.Select(d => d.ToText(TextLanguage.English)), given.ToString()]);
        Assert.True((expected.Skipped, expected.Filtered) == (data.Skipped.Length, data.Filtered), $"expected {expected.Skipped} skipped, {expected.Filtered} filtered: {data.Skipped.Length}, {data.Filtered}\n{shown}");
        Assert.True(expected.Records == rows + data.Skipped.Length + data.Filtered + expected.Blank, shown);
    });

    [Fact]
    public void Every_cell_that_cannot_be_used_is_listed_once() => Chance.Check(Cases, chance =>
    {
        OracleCase given = CaseMaker.Make(chance);
        OracleReader expected = OracleReader.Of(given);
        Diagnostic[] cells = [.. CaseCsv.Read(given).Value.Data.Issues.Where(d => d.Code.ToString() is "CR4064" or "CR4024")];
        Assert.True(expected.Troubles == cells.Length, string.Join('\n', [$"expected {expected.Troubles}: {cells.Length}", .. cells.Select(c => c.ToText(TextLanguage.English)), given.ToString()]));
        Assert.All(cells, c => Assert.True(c.Span!.Column > 0));
    });

    [Fact]
    public void Whoever_does_not_skip_is_refused_for_the_same_records() => Chance.Check(Cases, chance =>
    {
        OracleCase given = CaseMaker.Make(chance);
        int refused = OracleReader.Of(given).Skipped;
        Checked<Snapshot> strict = CaseCsv.Read(given, skip: false);
        string[] errors = [.. strict.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToText(TextLanguage.English))];
        Assert.True(refused == errors.Length && strict.IsValid == (refused == 0), $"expected {refused}\n{string.Join('\n', errors)}\n{given}");
    });
}
