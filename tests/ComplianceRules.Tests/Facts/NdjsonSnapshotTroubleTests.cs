using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class NdjsonSnapshotTroubleTests
{
    private const string Head = "{\"schemaVersion\":1}";

    private static readonly SnapshotOptions Skipping = new() { SkipMalformed = true };

    [Theory]
    [InlineData("", "s.json(1,1): error CR4010: ")]
    [InlineData(" \n \r\n", "s.json(3,1): error CR4010: ")]
    [InlineData("[]", "s.json(1,1): error CR4011: `snapshot` wants")]
    [InlineData("\n12\n" + Head, "s.json(2,1): error CR4011: ")]
    [InlineData("{}\n{\"id\":\"a\"}", "s.json(1,1): error CR4031: the first line is no header (begin the file with a line such as `{\"schemaVersion\": 1,")]
    [InlineData("\n  {\"name\":\"x\",\"id\":\"a\"}\n{\"id\":\"b\"}", "s.json(2,3): error CR4031: ")]
    [InlineData("{\"schemaVersion\":1,\"id\":\"a\"}", "s.json(1,1): error CR4031: ")]
    [InlineData("{\"classes\":[{\"id\":\"1\"}],\"id\":\"a\"}", "s.json(1,1): error CR4031: ")]
    [InlineData("{\"schemaVersion\":2}", "s.json(1,18): error CR4013: ")]
    [InlineData("{\n  \"schemaVersion\": 1,\n  \"schools\": []\n}\n", "s.json(1,2): error CR4029: the line breaks off here (in NDJSON each object stands on one line")]
    [InlineData("{\"schemaVersion\":1,\"classes\":[{\"id\":\"1\",\"school\":\"a\"}]\n{\"id\":\"a\"}", "s.json(1,55): error CR4029: ")]
    [InlineData("{\"schemaVersion\":1", "s.json(1,18): error CR4002: the file breaks off here")]
    [InlineData("{\"schemaVersion\":1,\"title\":\"a\r\n", "s.json(1,28): error CR4029: ")]
    [InlineData("{\"schemaVersion\":1} {\"id\":\"a\"}", "s.json(1,21): error CR4030: `{` stands after the object of this line")]
    [InlineData("{\"schemaVersion\":1},\n{\"id\":\"a\"}", "s.json(1,20): error CR4030: `,` stands after")]
    [InlineData("{\"schemaVersion\":1,\"title\":\"a\",\"title\":\"b\"}", "s.json(1,32): error CR4008: ")]
    [InlineData("{\"schemaVersion\":1 // one\n}", "s.json(1,20): error CR4003: ")]
    public void A_file_without_a_sound_header_is_refused_whatever_may_be_skipped(string lines, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(lines);
        foreach (int size in (int[])[1, 2, 7, 4096])
        {
            foreach (SnapshotOptions options in (SnapshotOptions[])[new(), Skipping])
            {
                Checked<Snapshot> read = SampleFacts.ReadLines(bytes, options, size);
                Assert.False(read.IsValid);
                Assert.StartsWith(expected, Assert.Single(read.Diagnostics, d => d.Severity == DiagnosticSeverity.Error).ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("{\"id\":\"x\"", "s.json(3,10): error CR4029: the line breaks off here")]
    [InlineData("{\"id\":\"x\",\"classes\":[{\"id\":\"1\"},{\"id\":", "s.json(3,39): error CR4029: ")]
    [InlineData("{\"id\":\"x\",\"region\":\"110101\",\"name\":\"", "s.json(3,36): error CR4029: ")]
    [InlineData("{\"id\":\"x\"}{\"id\":\"y\"}", "s.json(3,11): error CR4030: `{` stands after the object of this line")]
    [InlineData("{\"id\":\"x\"},", "s.json(3,11): error CR4030: `,` stands after")]
    [InlineData("{\"id\":\"x\"} x", "s.json(3,12): error CR4030: `x` stands after")]
    [InlineData("not json", "s.json(3,1): error CR4001: `not` is not JSON here")]
    [InlineData("]", "s.json(3,1): error CR4001: ")]
    [InlineData("[{\"id\":\"x\"}]", "s.json(3,1): error CR4011: `schools` wants an object")]
    [InlineData("7", "s.json(3,1): error CR4011: ")]
    [InlineData("\"x\"", "s.json(3,1): error CR4011: ")]
    [InlineData("{\"id\":\"x\",\"id\":\"x\"}", "s.json(3,11): error CR4008: ")]
    [InlineData("{\"id\":\"x\",\"name\":\"\\ud800\"}", "s.json(3,18): error CR4007: ")]
    [InlineData("{\"id\":\"x\",\"boarding\":true,}", "s.json(3,27): error CR4004: ")]
    [InlineData("{\"id\":\"x\" // remark", "s.json(3,11): error CR4003: ")]
    [InlineData("{\"id\":\"x\",\"name\":NaN}", "s.json(3,18): error CR4001: ")]
    [InlineData("{\"id\":\"a\"}", "s.json(3,7): error CR4015: `school` has `a` already")]
    [InlineData("{\"name\":\"x\"}", "s.json(3,1): error CR4014: ")]
    [InlineData("\u0001", "s.json(3,1): error CR4001: ")]
    public void A_bad_line_is_one_record_and_the_lines_after_it_are_read(string bad, string expected)
    {
        foreach (string end in (string[])["\n", "\r\n"])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(string.Join(end, Head, "{\"id\":\"a\"}", bad, "{\"id\":\"b\",\"classes\":[{\"id\":\"2\"}]}", "{}"));
            foreach (int size in (int[])[1, 2, 7, 4096])
            {
                Diagnostic[] errors = [.. SampleFacts.ReadLines(bytes, null, size).Diagnostics];
                Assert.Equal(2, errors.Length);
                Assert.StartsWith(expected, errors[0].ToString(), StringComparison.Ordinal);
                Assert.StartsWith("s.json(5,1): error CR4014: ", errors[1].ToString(), StringComparison.Ordinal);

                Snapshot snapshot = SampleFacts.ReadLines(bytes, Skipping, size).Value;
                Assert.Equal(errors.Select(e => e.ToString()), snapshot.Data.Skipped.Select(e => e.ToString()));
                Assert.Equal("a b", string.Join(' ', snapshot.Table("school").Ids()));
                Assert.Equal("b/2", Assert.Single(snapshot.Table("class").Keys()));
                Assert.Equal(0, snapshot.Table("region").Count);
            }
        }
    }

    [Fact]
    public void A_header_that_stands_again_is_refused_whatever_may_be_skipped()
    {
        const string lines = Head + "\n{\"id\":\"a\"}\n{\"date\":\"2026-09-01\",\"schemaVersion\":1}\n{\"id\":\"b\"}\n{";
        foreach (SnapshotOptions options in (SnapshotOptions[])[new(), Skipping])
        {
            Checked<Snapshot> read = SampleFacts.ReadLines(lines, options);
            Assert.False(read.IsValid);
            Assert.StartsWith("s.json(3,1): error CR4032: a header stands here again", read.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_school_with_a_version_is_a_school_with_an_unknown_key()
    {
        Snapshot snapshot = SampleFacts.ReadLines(Head + "\n{\"schemaVersion\":1,\"id\":\"a\",\"classes\":[{\"id\":\"1\",\"schemaVersion\":1}]}").Value;
        Assert.Equal("a", Assert.Single(snapshot.Table("school").Ids()));
        Assert.Equal("CR4021 CR4021", snapshot.Data.Issues.Codes());
    }

    [Fact]
    public void Bytes_that_are_not_utf8_spoil_their_line_only()
    {
        byte[] lines = [.. Encoding.UTF8.GetBytes(Head + "\n{\"id\":\"a\",\"name\":\""), 0xB8, 0xDF, .. Encoding.UTF8.GetBytes("\"}\n{\"id\":\"b\"}\n"), 0xFF, (byte)'\n', .. Encoding.UTF8.GetBytes("{\"id\":\"c\"}")];
        Snapshot snapshot = SampleFacts.ReadLines(lines, Skipping).Value;
        Assert.Equal("b c", string.Join(' ', snapshot.Table("school").Ids()));
        Assert.Equal("s.json(2,18): error CR4006: the bytes here are no UTF-8 text (save the file as UTF-8)", snapshot.Data.Skipped[0].ToString());
        Assert.Equal("CR4006 CR4006", snapshot.Data.Skipped.Codes());
    }

    [Fact]
    public void A_file_in_utf16_is_refused_with_advice()
    {
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] wide = encoding.GetBytes(NdjsonSnapshotSourceTests.Good);
            Assert.Equal("CR4006", SampleFacts.ReadLines(wide, Skipping).Diagnostics.Codes());
            Assert.Equal("CR4006", SampleFacts.ReadLines([.. encoding.GetPreamble(), .. wide], Skipping).Diagnostics.Codes());
        }
    }

    [Fact]
    public void A_text_without_bound_and_brackets_without_bound_spoil_their_line_only()
    {
        string lines = $"{Head}\n{{\"id\":\"a\",\"name\":\"{new string('x', 2 << 20)}\"}}\n{{\"id\":\"b\"}}\n{{\"note\":{new string('[', 100_000)}\n{{\"id\":\"c\"}}";
        Snapshot snapshot = SampleFacts.ReadLines(lines, Skipping).Value;
        Assert.Equal("CR4009 CR4005", snapshot.Data.Skipped.Codes());
        Assert.Equal("b c", string.Join(' ', snapshot.Table("school").Ids()));
    }

    [Fact]
    public void A_skipped_line_leaves_no_school_class_or_region_behind_and_its_id_may_stand_again()
    {
        Snapshot snapshot = SampleFacts.ReadLines(Head + "\n{\"id\":\"a\",\"region\":\"110101\",\"classes\":[{\"id\":\"1\",\"grade\":1}]} x\n{\"id\":\"a\",\"region\":\"370322\"}", Skipping).Value;
        Assert.Equal("370322", snapshot.Table("region").Id(snapshot.Table("school").Parent(0)));
        Assert.Equal(4, snapshot.Table("region").Count);
        Assert.Equal(0, snapshot.Table("class").Count + snapshot.Table("year_group").Count);
    }

    [Fact]
    public void Rows_of_the_header_whose_school_never_comes_are_listed()
    {
        Checked<Snapshot> read = SampleFacts.ReadLines("{\"schemaVersion\":1,\"classes\":[{\"id\":\"1\",\"school\":\"z\"}]}\n{\"id\":\"a\"}");
        Assert.Equal("s.json(1,50): error CR4016: `class` `1` names the school `z`, which is not there (check the parent's `id`, or add the parent)", Assert.Single(read.Diagnostics).ToString());
    }

    [Fact]
    public void All_problems_are_listed_up_to_a_hundred()
    {
        Checked<Snapshot> read = SampleFacts.ReadLines($"{Head}\n{string.Concat(Enumerable.Repeat("x\n", 200))}");
        Assert.Equal(101, read.Diagnostics.Length);
        Assert.Equal(DiagnosticCodes.TooManyDataProblems, read.Diagnostics[0].Code);
        Assert.Equal(200, SampleFacts.ReadLines($"{Head}\n{string.Concat(Enumerable.Repeat("x\n", 200))}", Skipping).Value.Data.Skipped.Length);
    }

    [Fact]
    public void A_file_cut_off_inside_a_line_is_refused_and_gives_the_lines_before_where_the_caller_asks_to_skip()
    {
        byte[] whole = Encoding.UTF8.GetBytes(NdjsonSnapshotSourceTests.Good);
        int header = Encoding.UTF8.GetByteCount(NdjsonSnapshotSourceTests.Header);
        int first = header + 1 + Encoding.UTF8.GetByteCount(NdjsonSnapshotSourceTests.First);
        int second = first + 1 + Encoding.UTF8.GetByteCount(NdjsonSnapshotSourceTests.Second);
        for (int length = 1; length < second; length++)
        {
            bool isBetweenLines = length == header || length == header + 1 || length == first || length == first + 1;
            Checked<Snapshot> read = SampleFacts.ReadLines(whole[..length]);
            Assert.False(read.IsValid, $"cut at {length}");
            Assert.Equal(!isBetweenLines, read.Diagnostics.Any(d => d.Code == DiagnosticCodes.DataTruncated));
            Checked<Snapshot> skipped = SampleFacts.ReadLines(whole[..length], Skipping);
            Assert.Equal(length >= header, skipped.IsValid);
            if (skipped.IsValid) Assert.Equal(length >= first ? 1 : 0, skipped.Value.Table("school").Count);
        }
    }

    [Fact]
    public void One_wrong_byte_never_ends_in_an_exception_and_reads_the_same_through_any_buffer()
    {
        byte[] whole = Encoding.UTF8.GetBytes(NdjsonSnapshotSourceTests.Good.Replace("\n", "\r\n", StringComparison.Ordinal));
        byte[] wrong = [0, (byte)'"', (byte)'\\', (byte)'}', (byte)'\n', (byte)'\r', (byte)',', (byte)'7', 0xC3];
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] = wrong[at % wrong.Length];
            Assert.Equal(SnapshotText.Of(SampleFacts.ReadLines(changed, Skipping, 3)), SnapshotText.Of(SampleFacts.ReadLines(changed, Skipping)));
        }
    }
}
