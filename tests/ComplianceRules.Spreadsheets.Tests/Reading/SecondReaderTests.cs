using ComplianceRules.Spreadsheets.Tests.Forms;
using ComplianceRules.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Spreadsheets.Tests.Reading;

/// <summary>ExcelDataReader, whose code shares nothing with ours, reads the same.</summary>
public sealed class SecondReaderTests
{
    private const int Workbooks = 400;

    [Fact]
    public void Two_readers_agree_on_every_cell_of_random_workbooks() => Prop.ForAll(RawWorkbook.Any().ToArbitrary(), workbook => Agree(workbook.Bytes(), RawFormat.Of)).Check(Config.QuickThrowOnFailure.WithMaxTest(Workbooks));

    [Fact]
    public void Random_workbooks_have_cells_of_every_kind_to_agree_on()
    {
        string[] texts = [.. RawWorkbook.Any().Sample(200).SelectMany(w => OwnReader.Cells(w.Bytes()).Values)];

        Assert.True(texts.Length > 1000);
        Assert.All((string[])["班", "%", "TRUE", ":", "-", "_", "\n"], sign => Assert.Contains(texts, t => t.Contains(sign, StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_readers_agree_on_a_form()
    {
        byte[] form = MadeForm.Workbook(MadeForm.Repository);

        Assert.NotEmpty(OwnReader.Cells(form));
        Agree(form, (_, _) => null);
    }

    [Theory]
    [InlineData("samples/gaoqing/snapshot.xlsx")]
    [InlineData("tests/ComplianceRules.Spreadsheets.Tests/Fixtures/snapshot-libreoffice.xlsx")]
    [InlineData("tests/ComplianceRules.Spreadsheets.Tests/Fixtures/snapshot-libreoffice-ods.xlsx")]
    public void Two_readers_agree_on_what_was_filled_in(string file)
    {
        byte[] filled = File.ReadAllBytes(RepositoryRoot.Combine(file));

        Assert.NotEmpty(OwnReader.Cells(filled));
        Agree(filled, (_, _) => null);
    }

    private static void Agree(byte[] workbook, Func<int, string?, RawKind?> kindOf)
    {
        SortedDictionary<string, string> own = OwnReader.Cells(workbook);
        SortedDictionary<string, string> other = SecondReader.Cells(workbook, kindOf, own.Keys.Select(place => place[..place.IndexOf(',', StringComparison.Ordinal)]).ToHashSet());
        Assert.Equal(other.Except(own), own.Except(other));
    }
}
