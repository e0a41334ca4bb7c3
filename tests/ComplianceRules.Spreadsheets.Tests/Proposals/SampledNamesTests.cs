using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Proposals;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets.Tests.Proposals;

/// <summary>A proposal sees what the reader of the facts will read: the same cells, and the same names by which a mapping calls columns.</summary>
public sealed class SampledNamesTests
{
    private const int Rows = 7;
    private const int Columns = 6;
    private static readonly string[] Texts = ["", "", "班级", "一年级", "二年级", "作业", "人数", "45", "备注", "书面\n作业", "每 日 ３节"];

    [Fact]
    public void Merged_cells_are_found_again_from_what_a_reader_gives()
    {
        byte[] bytes = new WorkbookParts().Sheet("a", WorkbookParts.Rows(["题", "", ""], ["校", "作业", ""], ["", "一", "二"], ["甲", "", "3"], ["", "", "4"]), WorkbookParts.Merged("A1:C1", "A2:A3", "B2:C2", "A4:B5")).Bytes();
        SampleSheet sample = Sheet(bytes);
        Assert.Equal((MergedRange[])[new(0, 0, 0, 2), new(1, 0, 2, 0), new(1, 1, 1, 2), new(3, 0, 4, 1)], sample.Merges.ToArray());
        SampleGrid grid = SampleGrid.Of(sample);
        Assert.Equal(("甲", "甲", "4"), (grid.Text(4, 0), grid.Text(4, 1), grid.Text(4, 2)));
        Assert.Equal(["4"], grid.OwnTexts(4));
    }

    [Fact]
    public void Rows_that_a_sheet_does_not_have_are_blank_ones()
    {
        SampleSheet sample = Sheet(new WorkbookParts().Sheet("a", $"<row r='3'>{WorkbookParts.T("B3", "班级")}</row>").Bytes());
        Assert.Equal([0, 0, 2], sample.Rows.Select(r => r.Length));
    }

    [Fact]
    public void Every_name_in_a_workbook_is_one_that_its_reader_has()
    {
        Random random = new(20_260_901);
        for (int round = 0; round < 300; round++)
        {
            byte[] bytes = new WorkbookParts().Sheet("a", WorkbookParts.Rows(Cells(random)), Merges(random)).Bytes();
            Workbook workbook = Open(bytes);
            AssertNames(Sheet(bytes), shape => XlsxRecordSet.Of(workbook, workbook.Sheets[0]).Open(shape, Builder()));
        }
    }

    [Fact]
    public void Every_name_in_a_csv_file_is_one_that_its_reader_has()
    {
        Random random = new(20_260_902);
        for (int round = 0; round < 300; round++)
        {
            DataFile file = File("a.csv", Encoding.UTF8.GetBytes(string.Concat(Cells(random).Select(row => string.Join(',', row.Select(c => c.Contains('\n', StringComparison.Ordinal) ? $"\"{c}\"" : c)) + "\r\n"))));
            SampleSheet sample = SampleSheets.Read([file], "a.csv", null, null, CancellationToken.None).Value.Sheets[0];
            AssertNames(sample, shape => new CsvRecordSet(file, isChinese: false).Open(shape, Builder()));
        }
    }

    private static void AssertNames(SampleSheet sample, Func<SheetShape, RecordReader> open)
    {
        foreach (SheetLayout layout in LayoutReader.Read(SampleGrid.Of(sample)))
        {
            string[] names = [.. layout.Columns.Select(c => c.Name)];
            if (names.Length == 0) continue;
            using RecordReader reader = open(new SheetShape(layout.FirstHeader + 1, layout.LastHeader + 1, layout.IsTurned));
            RecordHeader header = Assert.IsType<RecordHeader>(reader.ReadHeader());
            Assert.Subset(header.Names.ToHashSet(), names.ToHashSet());
            Assert.Equal(header.Names.Count(n => names.Contains(n)), names.Length);
        }
    }

    private static string[][] Cells(Random random) =>
        [.. Enumerable.Range(0, Rows).Select(_ => Enumerable.Range(0, Columns).Select(_ => Texts[random.Next(Texts.Length)]).ToArray())];

    // One in each half, so that none lies over another.
    private static string Merges(Random random)
    {
        string Area(int left)
        {
            int top = random.Next(1, 5);
            int column = left + random.Next(2);
            return $"{(char)('A' + column)}{top}:{(char)('A' + column + random.Next(1, 3 - (column - left)))}{top + random.Next(3)}";
        }

        return WorkbookParts.Merged(Area(0), Area(3));
    }

    private static SampleSheet Sheet(byte[] bytes) => SampleSheets.Read([File("a.xlsx", bytes)], "a.xlsx", null, null, CancellationToken.None).Value.Sheets[0];

    private static Workbook Open(byte[] bytes) => new(File("a.xlsx", bytes), CancellationToken.None);

    private static DataFile File(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes));

    private static SnapshotBuilder Builder() => new(MadeSheet.Schema, new SnapshotOptions());
}
