using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests;

public sealed class CsvTroubleTests : IDisposable
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    private static readonly SnapshotOptions Skip = new() { SkipMalformed = true };

    private readonly CsvFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "CR4054 data/class.csv(1)")]
    [InlineData("\n \n", "CR4054 data/class.csv(1)")]
    [InlineData("id,school,id\n1,S,2\n", "CR4056 data/class.csv(1)")]
    [InlineData("id,school, id \n1,S,2\n", "CR4056 data/class.csv(1)")]
    [InlineData("id,scho\"ol\n1,S\n2,S\n", "CR4055 data/class.csv(1)")]
    [InlineData("\"id,school\n1,S\n2,S\n", "CR4055 data/class.csv(1)")]
    [InlineData("id,schol\n1,S\n", "CR4057 data/class.csv(1) CR4050 data/class.csv(1)")]
    [InlineData("id;school;name\n1;S;x\n", "CR4069 data/class.csv(1)")]
    [InlineData("id\tschool\n1\tS\n", "CR4069 data/class.csv(1)")]
    [InlineData("name\nx\n", "CR4057 data/class.csv(1) CR4057 data/class.csv(1)")]
    public void A_file_without_a_usable_header_is_refused_even_where_records_may_be_skipped(string text, string expected)
    {
        _folder.With("class.csv", text);

        Assert.Equal(expected, string.Join(' ', CsvFolder.Places(_folder.Read().Diagnostics)));
        Assert.False(_folder.Read(Skip).IsValid);
    }

    [Theory]
    [InlineData("id;school\n", "the cells are separated by `;`, not by commas")]
    [InlineData("id\tschool\n", "the cells are separated by `\\t`, not by commas")]
    public void Cells_that_are_separated_by_other_signs_are_told_from_missing_columns(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(_folder.With("class.csv", text).Read().Diagnostics).Message(TextLanguage.English));

    [Fact]
    public void A_missing_column_is_reported_with_the_columns_that_there_are()
    {
        string header = string.Join(',', Enumerable.Range(1, 9).Select(n => $"c{n}"));
        Diagnostic missing = _folder.With("class.csv", header + "\n").Read().Diagnostics.First(d => d.Code == DiagnosticCodes.CsvMissingColumn);
        Assert.Contains("`c1`, `c2`, `c3`, `c4`, `c5`, `c6`, `c7`, `c8`, …;", missing.Help(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Records_of_empty_cells_are_blank_lines()
    {
        _folder.With("school.csv", "id\nS\n").With("class.csv", "id,school,enrolment\n,,\n1,S,4\n , ,\n\"\",\"\",\"\"\n2,S,5\n,,\n");
        Snapshot read = _folder.Read().Value;
        Assert.Equal((2, 0, 0), (read.Table("class").Count, read.Data.Filtered, read.Data.Issues.Length));
    }

    [Fact]
    public void A_folder_without_a_table_is_refused() => Assert.Equal(["CR4070 data"], CsvFolder.Places(_folder.Read().Diagnostics));

    [Theory]
    [InlineData("1,S\n2\n3,S\n", "CR4058 data/class.csv(3)")]
    [InlineData("1,S\n2,S,x\n3,S\n", "CR4058 data/class.csv(3)")]
    [InlineData("1,S\n3,S\n2", "CR4058 data/class.csv(4)")]
    [InlineData("1,S\n2\"x,S\n3,S\n", "CR4060 data/class.csv(3)")]
    [InlineData("1,S\n\"2\"x,S\n3,S\n", "CR4060 data/class.csv(3)")]
    [InlineData("1,S\n3,S\n\"2,S\n4,S\n5,S\n", "CR4059 data/class.csv(4)")]
    [InlineData("1,S\n\n\"3\n\",S\n2\n", "CR4058 data/class.csv(6)")]
    public void A_malformed_record_is_refused_at_its_line_or_skipped_and_listed(string records, string expected)
    {
        _folder.With("class.csv", "id,school\n" + records);

        Assert.Equal([expected], CsvFolder.Places(_folder.Read().Diagnostics));
        Snapshot skipped = _folder.Read(Skip).Value;
        Assert.Equal([expected], CsvFolder.Places(skipped.Data.Skipped));
        Assert.Equal(["1", "3"], Enumerable.Range(0, skipped.Table("class").Count).Select(skipped.Table("class").Id));
    }

    [Fact]
    public void A_file_in_gb18030_that_nobody_announced_is_refused_once_with_advice()
    {
        _folder.With("class.csv", Gb18030.GetBytes("id,school,name\n1,S,名称\n3,S,x\n4,S,校名\n"));

        Diagnostic refused = Assert.Single(_folder.Read().Diagnostics);
        Assert.Equal("CR4079 data/class.csv(2)", CsvFolder.Places([refused])[0]);
        Assert.Contains("gb18030", refused.ToString(), StringComparison.Ordinal);
        Assert.False(_folder.Read(Skip).IsValid);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, "CR4061 data/class.csv(3)")]
    [InlineData(new byte[] { 0xC3, 0xFB }, "CR4061 data/class.csv(3)")]
    public void A_record_that_is_no_utf_8_in_a_file_that_is_is_refused_alone(byte[] bad, string expected)
    {
        _folder.With("class.csv", [.. "id,school,name\n1,S,名称\n2,S,"u8, .. bad, .. "\n3,S,x\n"u8]);

        Assert.Equal([expected], CsvFolder.Places(_folder.Read().Diagnostics));
        Assert.Equal(2, _folder.Read(Skip).Value.Table("class").Count);
    }

    [Fact]
    public void A_header_that_is_no_utf_8_is_refused() =>
        Assert.Equal(["CR4079 data/class.csv(1)"], CsvFolder.Places(_folder.With("class.csv", Gb18030.GetBytes("id,school,名称\n")).Read(Skip).Diagnostics));

    [Fact]
    public void Gb18030_is_read_where_the_options_say_so()
    {
        _folder.With("class.csv", Gb18030.GetBytes("id,school,name\n1,S,三年级一班㐀\n"));

        Snapshot snapshot = _folder.Read(new SnapshotOptions { Encoding = "GBK" }).Value;
        Assert.Equal("三年级一班㐀", ((TextColumn)snapshot.Table("class").Column("name")!)[0]);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, (byte)'\n' }, "CR4062 data/class.csv(2)")]
    [InlineData(new byte[] { 0xB0 }, "CR4062 data/class.csv(2)")]
    public void Bytes_that_are_no_gb18030_are_refused(byte[] tail, string expected)
    {
        _folder.With("class.csv", [.. Gb18030.GetBytes("id,school,name\n1,S,班"), .. tail]);

        Assert.Equal([expected], CsvFolder.Places(_folder.Read(new SnapshotOptions { Encoding = "gb18030" }).Diagnostics));
    }

    [Fact]
    public void A_byte_order_mark_of_utf_8_counts_more_than_the_encoding_wished_for()
    {
        _folder.With("class.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("id,school,name\n1,S,一班\n")]);

        foreach (string? encoding in new[] { null, "gb18030" })
            Assert.Equal("一班", ((TextColumn)_folder.Read(new SnapshotOptions { Encoding = encoding }).Value.Table("class").Column("name")!)[0]);
    }

    [Fact]
    public void Utf_16_is_refused() =>
        Assert.Equal(["CR4068 data/class.csv(1)"], CsvFolder.Places(_folder.With("class.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("id,school\n1,S\n")]).Read().Diagnostics));

    [Fact]
    public void An_encoding_that_is_not_read_is_refused_by_name()
    {
        Diagnostic refused = Assert.Single(_folder.With("class.csv", "id,school\n1,S\n").Read(new SnapshotOptions { Encoding = "gb18031" }).Diagnostics);

        Assert.Equal(("CR4067", "gb18030"), (refused.Code.ToString(), refused.DidYouMean));
    }

    [Fact]
    public void A_quote_that_swallows_more_than_a_mebibyte_ends_the_reading()
    {
        _folder.With("class.csv", "id,school\n1,S\n\"2," + new string('x', 4_000_000));

        Assert.Equal(["CR4063 data/class.csv(3)"], CsvFolder.Places(_folder.Read(Skip).Diagnostics));
    }

    [Fact]
    public void Quoted_cells_may_hold_commas_quotes_and_line_breaks()
    {
        Snapshot snapshot = _folder.With("class.csv", "id,school,name\n1,S, \"a, \"\"b\"\"\nc\"\n").Read().Value;

        Assert.Equal("a, \"b\"\nc", ((TextColumn)snapshot.Table("class").Column("name")!)[0]);
    }

    [Fact]
    public void A_hundred_malformed_records_are_enough()
    {
        _folder.With("class.csv", "id,school\n" + string.Concat(Enumerable.Repeat("1\n", 5000)));

        Assert.InRange(_folder.Read().Diagnostics.Length, 100, 101);
    }
}
