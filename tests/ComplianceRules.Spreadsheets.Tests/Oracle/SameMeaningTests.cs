using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>What changes nothing in the meaning of tables changes nothing in the snapshot.</summary>
public sealed class SameMeaningTests
{
    private const int Cases = 100;

    [Fact]
    public void The_order_of_columns() => Holds((chance, given) => given.WithSheets(s =>
    {
        int[] order = chance.Shuffled(Enumerable.Range(0, s.Header.Length));
        return [s with { Header = Ordered(s.Header, order), Rows = [.. s.Rows.Select(r => Ordered(r, order))] }];
    }));

    [Fact]
    public void A_column_that_nobody_maps() => Holds((chance, given) => given.WithSheets(s =>
        [s with { Header = s.Header.Add("多余"), Rows = [.. s.Rows.Select(r => r.Add(r.All(string.IsNullOrWhiteSpace) ? string.Empty : CellMaker.Cell(chance, "note")))] }]));

    [Fact]
    public void The_order_of_records() => Holds((chance, given) => given.WithSheets(s => [s with { Rows = [.. chance.Shuffled(s.Rows)] }]), isClean: true);

    [Fact]
    public void A_table_in_two_files() => Holds((chance, given) => given.WithSheets(s =>
    {
        int first = chance.Between(0, s.Rows.Length);
        return [s with { Name = s.Name + "a", Rows = s.Rows[..first] }, s with { Name = s.Name + "b", Rows = s.Rows[first..] }];
    }));

    [Fact]
    public void A_table_on_its_side() => Holds((_, given) => given.WithSheets(s => [s with { IsTransposed = true }]) with
    {
        Mapping = given.Mapping with { Tables = [.. given.Mapping.Tables.Select(t => t with { IsTransposed = true })] },
    });

    [Theory]
    [InlineData("\r\n", false, false)]
    [InlineData("\n", true, false)]
    [InlineData("\n", false, true)]
    [InlineData("\r\n", true, true)]
    public void The_manner_of_writing(string lineEnd, bool hasMark, bool quotesAll) => Chance.Check(Cases, chance =>
    {
        OracleCase given = CaseMaker.Make(chance);
        SameLines.Hold(Lines(given), Lines(CaseCsv.Read(given, manner: new CsvManner(lineEnd, hasMark, quotesAll)).Value), given);
    });

    [Fact]
    public void A_long_table_for_a_wide_one() => Chance.Check(Cases, chance =>
    {
        OracleCase wide = CaseMaker.Make(chance, isClean: true, isWide: true);
        OracleEntry entry = wide.Mapping.Tables[0];
        OracleCase molten = wide.WithSheets(s => [s.Name.StartsWith(entry.Sheets, StringComparison.Ordinal) ? Molten(s, entry) : s]) with
        {
            Mapping = wide.Mapping with { Tables = wide.Mapping.Tables.SetItem(0, entry with { Unpivot = null }) },
        };
        SameLines.Hold(Lines(wide), Lines(CaseCsv.Read(molten).Value), wide);
    });

    private static OracleSheet Molten(OracleSheet sheet, OracleEntry entry)
    {
        ImmutableArray<string> header = [.. sheet.Header, .. entry.Unpivot!.Made];
        return sheet with { Header = header, Rows = [.. OracleRecords.Of(sheet, entry).Select(r => (ImmutableArray<string>)[.. header.Select(h => r[h.Trim()])])] };
    }

    private static void Holds(Func<Chance, OracleCase, OracleCase> change, bool isClean = false) => Chance.Check(Cases, chance =>
    {
        OracleCase given = CaseMaker.Make(chance, isClean);
        OracleCase changed = change(chance, given);
        SameLines.Hold(Lines(given), Lines(CaseCsv.Read(changed).Value), changed);
    });

    private static string[] Lines(OracleCase given) => Lines(CaseCsv.Read(given).Value);

    private static string[] Lines(Snapshot snapshot) =>
        [.. SnapshotLines.Of(snapshot), $"filtered {snapshot.Data.Filtered}", $"skipped {snapshot.Data.Skipped.Length}", .. snapshot.Data.Issues.CountBy(i => i.Code).Select(i => $"issue {i}").Order(StringComparer.Ordinal)];

    private static ImmutableArray<string> Ordered(ImmutableArray<string> cells, int[] order) => [.. order.Select(c => cells[c])];
}
