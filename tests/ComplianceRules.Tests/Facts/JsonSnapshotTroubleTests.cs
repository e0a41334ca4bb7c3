using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class JsonSnapshotTroubleTests
{
    private static readonly SnapshotOptions Skipping = new() { SkipMalformed = true };

    [Theory]
    [InlineData("", "s.json(1,1): error CR4010: ")]
    [InlineData(" \n ", "s.json(2,2): error CR4010: ")]
    [InlineData("[]", "s.json(1,1): error CR4011: `snapshot` wants")]
    [InlineData("12", "s.json(1,1): error CR4011: ")]
    [InlineData("{}", "s.json(1,1): error CR4013: ")]
    [InlineData("{\"schemaVersion\":2}", "s.json(1,18): error CR4013: ")]
    [InlineData("{\"schemaVersion\":\"1\"}", "s.json(1,18): error CR4013: ")]
    [InlineData("{\"schemaVersion\":1}x", "s.json(1,20): error CR4001: `x` is not JSON here")]
    [InlineData("{\"schemaVersion\":1}2", "s.json(1,20): error CR4001: `2` is not")]
    [InlineData("{\"schemaVersion\":1}true", "s.json(1,20): error CR4001: `true` is not")]
    [InlineData("{\"schemaVersion\":1,}", "s.json(1,20): error CR4004: ")]
    [InlineData("{\"schemaVersion\":1,\n\"covers\":[\"370322\",]}", "s.json(2,20): error CR4004: ")]
    [InlineData("{\"schemaVersion\":1 // one\n}", "s.json(1,20): error CR4003: ")]
    [InlineData("/* a */{\"schemaVersion\":1}", "s.json(1,1): error CR4003: ")]
    [InlineData("{\"schemaVersion\":1,\"title\":/**/\"x\"}", "s.json(1,28): error CR4003: ")]
    [InlineData("{\"schemaVersion\":1,\"title\"/**/:\"x\"}", "s.json(1,27): error CR4003: ")]
    [InlineData("{\"schemaVersion\":1,\"title\":NaN}", "s.json(1,28): error CR4001: `NaN` is not")]
    [InlineData("{\"schemaVersion\":1,\"title\":01}", "s.json(1,28): error CR4001: `01` is not")]
    [InlineData("{\"schemaVersion\":1,\"title\":'x'}", "s.json(1,28): error CR4001: `'x'` is not")]
    [InlineData("{\"schemaVersion\":1,\"title\":\"a\nb\"}", "s.json(1,28): error CR4001: ")]
    [InlineData("{\"schemaVersion\":1,\"title\":\"a\\x\"}", "s.json(1,28): error CR4001: ")]
    [InlineData("{\"schemaVersion\":1,\"title\":\"a\\u12G4\"}", "s.json(1,28): error CR4001: ")]
    [InlineData("{\"schemaVersion\":1 \"title\":\"a\"}", "s.json(1,20): error CR4001: ")]
    [InlineData("{\"schemaVersion\":1,\"title\" 1}", "s.json(1,28): error CR4001: `1` is not")]
    [InlineData("{\"schemaVersion\":1,,\"title\":\"a\"}", "s.json(1,20): error CR4001: `,` is not")]
    [InlineData("{\"schemaVersion\":1]", "s.json(1,19): error CR4001: `]` is not")]
    [InlineData("{\"schemaVersion\":1,{}}", "s.json(1,20): error CR4001: `{` is not")]
    [InlineData("{\"schemaVersion\":1,\"title\":\"a\",\"title\":\"b\"}", "s.json(1,32): error CR4008: `title` stands twice")]
    [InlineData("{\"schemaVersion\":1,\"title\":\"\\ud800\"}", "s.json(1,28): error CR4007: ")]
    [InlineData("{\"schemaVersion\":1,\"\\udc00\":1}", "s.json(1,20): error CR4007: ")]
    [InlineData("{\"schemaVersion\":1,\"schools\":{}}", "s.json(1,30): error CR4012: `schools` wants a list")]
    [InlineData("{\"schemaVersion\":1,\"schools\":[3]}", "s.json(1,31): error CR4011: `schools` wants an object")]
    [InlineData("{\"schemaVersion\":1,\"schools\":[{\"id\":\"a\",\"name\":\"\\udc00\"}]}", "s.json(1,48): error CR4007: ")]
    [InlineData("{\"schemaVersion\":1,\"schools\":[{\"id\":\"a\",\"id\":\"a\"}]}", "s.json(1,41): error CR4008: ")]
    public void A_document_that_cannot_be_read_is_refused_with_its_place(string json, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        foreach (int size in (int[])[1, 2, 7, 4096])
        {
            Checked<Snapshot> read = SampleFacts.Read(bytes, null, size);
            Assert.False(read.IsValid);
            Assert.StartsWith(expected, read.Diagnostics[0].ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Brackets_may_stand_thirty_two_deep_and_no_deeper()
    {
        Assert.True(SampleFacts.Read(SampleFacts.Snapshot($"\"note\":{new string('[', 31)}{new string(']', 31)}")).IsValid);
        Assert.Equal("CR4005", SampleFacts.Read(SampleFacts.Snapshot($"\"note\":{new string('[', 32)}")).Diagnostics.Codes());
        Assert.Equal("CR4005", SampleFacts.Read(SampleFacts.Snapshot($"\"note\":{new string('[', 100_000)}")).Diagnostics.Codes());
    }

    [Fact]
    public void What_is_not_utf8_is_refused_with_advice()
    {
        byte[] good = Encoding.UTF8.GetBytes(SampleFacts.Snapshot("\"title\":\"#\""));
        byte[] gbk = [.. good[..28], 0xB8, 0xDF, .. good[29..]];
        Diagnostic problem = Assert.Single(SampleFacts.Read(gbk).Diagnostics);
        Assert.Equal("s.json(1,28): error CR4006: the bytes here are no UTF-8 text (save the file as UTF-8)", problem.ToString());
        Assert.Equal("s.json(1,28): 错误 CR4006: 此处的字节不是 UTF-8 文本 (请将文件另存为 UTF-8)", problem.ToText(TextLanguage.Chinese));
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] wide = encoding.GetBytes(SampleFacts.Snapshot("\"title\":null"));
            Assert.Equal("CR4006", SampleFacts.Read(wide).Diagnostics.Codes());
            Assert.Equal("CR4006", SampleFacts.Read([.. encoding.GetPreamble(), .. wide]).Diagnostics.Codes());
        }
    }

    [Fact]
    public void A_text_or_an_object_without_bound_is_refused()
    {
        Assert.Equal("CR4009", SampleFacts.Read(SampleFacts.Snapshot($"\"title\":\"{new string('x', 2 << 20)}\"")).Diagnostics.Codes());
        string names = string.Join(',', Enumerable.Range(0, 10_001).Select(i => $"\"k{i}\":0"));
        Assert.Equal("CR4009", SampleFacts.Read(SampleFacts.Snapshot($"\"note\":{{{names}}}")).Diagnostics.Codes());
    }

    [Theory]
    [InlineData("\"enrolment\":-1", "CR4024: `enrolment` of `class` cannot be `-1`", UnknownReason.OutOfRange)]
    [InlineData("\"enrolment\":201", "CR4024: `enrolment` of `class` cannot be `201`", UnknownReason.OutOfRange)]
    [InlineData("\"enrolment\":45.5", "CR4024: `enrolment` of `class` cannot be `45.5`", UnknownReason.OutOfRange)]
    [InlineData("\"enrolment\":1e400", "CR4024: `enrolment` of `class` cannot be `1e400`", UnknownReason.OutOfRange)]
    [InlineData("\"enrolment\":\"45\"", "CR4023: `enrolment` of `class` wants a `number`", UnknownReason.WrongType)]
    [InlineData("\"enrolment\":{\"a\":[1]}", "CR4023: `enrolment` of `class` wants a `number`", UnknownReason.WrongType)]
    [InlineData("\"stage\":\"primry\"", "CR4024: `stage` of `class` cannot be `primry`, it counts as unknown (did you mean `primary`?)", UnknownReason.OutOfRange)]
    [InlineData("\"stage\":2", "CR4023: `stage` of `class` wants a `enum`", UnknownReason.WrongType)]
    [InlineData("\"clubs\":[\"go\",\"chess\"]", "CR4024: `clubs` of `class` cannot be `chess`", UnknownReason.OutOfRange)]
    [InlineData("\"clubs\":[\"go\",1,[2]]", "CR4023: `clubs` of `class` wants a `set`", UnknownReason.WrongType)]
    [InlineData("\"clubs\":\"go\"", "CR4023: `clubs` of `class` wants a `set`", UnknownReason.WrongType)]
    [InlineData("\"founded\":\"2025-02-29\"", "CR4023: `founded` of `class` wants a `date`", UnknownReason.WrongType)]
    [InlineData("\"starts\":\"8.20\"", "CR4023: `starts` of `class` wants a `time`", UnknownReason.WrongType)]
    [InlineData("\"ends\":\"16:00\"", "CR4024: `ends` of `class` cannot be `16:00`", UnknownReason.OutOfRange)]
    [InlineData("\"name\":true", "CR4023: `name` of `class` wants a `text`", UnknownReason.WrongType)]
    public void A_cell_that_cannot_be_used_is_unknown_and_listed_with_its_place(string cell, string expected, UnknownReason reason)
    {
        Snapshot snapshot = SampleFacts.Read(SampleFacts.Snapshot($"\"classes\":[\n{{\"id\":\"1\",{cell},\"height\":7}}]")).Value;
        string issue = Assert.Single(snapshot.Data.Issues).ToString();
        Assert.StartsWith("s.json(2,", issue, StringComparison.Ordinal);
        Assert.Contains(expected, issue, StringComparison.Ordinal);
        FactColumn column = snapshot.Table("class").Column(cell.Split('"')[1])!;
        Assert.False(column.IsKnown(0));
        Assert.Equal(reason, column.ReasonAt(0));
        Assert.Equal(7, Assert.IsType<NumberColumn>(snapshot.Table("class").Column("height"))[0]);
    }

    [Fact]
    public void A_number_of_twenty_digits_is_rounded_to_fifteen()
    {
        Snapshot snapshot = SampleFacts.Read(SampleFacts.Snapshot("\"classes\":[{\"id\":\"1\",\"height\":1.2345678901234567890}]")).Value;
        Assert.Empty(snapshot.Data.Issues);
        Assert.Equal(1.23456789012346, Assert.IsType<NumberColumn>(snapshot.Table("class").Column("height"))[0]);
    }

    [Theory]
    [InlineData("\"schools\":[{\"id\":\"a\"},\n{\"id\":\"a\"},{\"id\":\"b\"}]", "s.json(2,7): error CR4015: `school` has `a` already", "a b")]
    [InlineData("\"schools\":[{\"id\":\"a\"},\n{\"name\":\"x\"},{\"id\":\"b\"}]", "s.json(2,1): error CR4014: this row of `school` has no `id`", "a b")]
    [InlineData("\"schools\":[{\"id\":\"a\"},\n{\"id\":\"\"},{\"id\":\"b\"}]", "s.json(2,1): error CR4014: ", "a b")]
    [InlineData("\"schools\":[{\"id\":\"a\"},\n{\"id\":\"x\",\"name\":\"\\ud800\"},{\"id\":\"b\"}]", "s.json(2,18): error CR4007: ", "a b")]
    [InlineData("\"schools\":[{\"id\":\"a\"},\n{\"id\":\"x\",\"classes\":3},{\"id\":\"b\"}]", "s.json(2,21): error CR4012: ", "a x b")]
    [InlineData("\"schools\":[{\"id\":\"a\"},\n{\"id\":\"x\",\"pupils\":[{\"id\":\"p\"}]},{\"id\":\"b\"}]", "s.json(2,11): error CR4018: `pupils` cannot be listed directly below `school`", "a x b")]
    [InlineData("\"schools\":[{\"id\":\"a\"}],\n\"classes\":[{\"id\":\"1\",\"school\":\"z\",\"pupils\":[{\"id\":\"p\"}]}]", "s.json(2,31): error CR4016: `class` `1` names the school `z`, which is not there", "a")]
    [InlineData("\"schools\":[{\"id\":\"a\"}],\n\"regions\":[{\"code\":\"37\"}]", "s.json(2,20): error CR4017: `37` is no region code", "a")]
    [InlineData("\"schools\":[{\"id\":\"a\",\"region\":\"370322\"}],\n\"regions\":[{\"code\":\"370322\"},{\"code\":\"370322\"}]", "s.json(2,38): error CR4015: ", "a")]
    public void A_record_that_cannot_be_used_refuses_the_snapshot_or_is_skipped_and_listed(string members, string expected, string schools)
    {
        Checked<Snapshot> refused = SampleFacts.Read(SampleFacts.Snapshot(members));
        Assert.False(refused.IsValid);
        Assert.StartsWith(expected, refused.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).ToString(), StringComparison.Ordinal);

        Snapshot skipped = SampleFacts.Read(SampleFacts.Snapshot(members), Skipping).Value;
        Assert.StartsWith(expected, Assert.Single(skipped.Data.Skipped).ToString(), StringComparison.Ordinal);
        Assert.Equal(schools, string.Join(' ', skipped.Table("school").Ids()));
        Assert.Equal(0, skipped.Table("pupil").Count);
    }

    [Fact]
    public void A_skipped_row_takes_the_rows_below_it_along_and_leaves_no_region_behind()
    {
        Snapshot snapshot = SampleFacts.Read(
            SampleFacts.Snapshot("""
                "schools":[{"id":"a","region":"370322"},{"id":"a","region":"110101","classes":[{"id":"1","grade":1,"pupils":[{"id":"p"}]}]}]
                """),
            Skipping).Value;
        Assert.Equal("370322", snapshot.Table("region").Ids()[^1]);
        Assert.Equal(4, snapshot.Table("region").Count);
        Assert.Equal(0, snapshot.Table("class").Count + snapshot.Table("pupil").Count + snapshot.Table("year_group").Count);
    }

    [Fact]
    public void A_region_row_refused_after_a_school_used_its_code_leaves_the_school_in_its_region()
    {
        Snapshot snapshot = SampleFacts.Read(
            SampleFacts.Snapshot("""
                "schools":[{"id":"a","region":"370322"}],"regions":[{"code":"370300","regions":[{"code":"370322"}],"name":"\ud800"}]
                """),
            Skipping).Value;
        Assert.Equal("370322", snapshot.Table("region").Id(snapshot.Table("school").Parent(0)));
        Assert.Single(snapshot.Data.Skipped);
    }

    [Fact]
    public void An_unknown_key_is_listed_once_for_each_table_with_the_nearest_name()
    {
        Snapshot snapshot = SampleFacts.Read(SampleFacts.Snapshot("""
            "schools":[{"id":"a","clases":[{"id":1}],"zzzzzz":{}},{"id":"b","clases":[]}],"covers":["x"],"date":"2026-9-1","title":5
            """)).Value;
        Assert.Equal("CR4021 CR4021 CR4025 CR4023 CR4023", snapshot.Data.Issues.Codes());
        Assert.Equal("s.json(1,41): warning CR4021: `school` has no field `clases`, it is left out (did you mean `classes`?)", snapshot.Data.Issues[0].ToString());
        Assert.Null(snapshot.Date);
        Assert.Empty(snapshot.Covers);
    }

    [Fact]
    public void A_school_listed_below_a_region_in_which_it_does_not_lie_follows_its_own_code()
    {
        Snapshot snapshot = SampleFacts.Read(SampleFacts.Snapshot("""
            "regions":[{"schools":[{"id":"a","region":"110101"},{"id":"b"},{"id":"c","region":"370322"}],"code":"370300"}]
            """)).Value;
        Assert.Equal("CR4026", snapshot.Data.Issues.Codes());
        Assert.Equal("a", string.Join(' ', snapshot.ListOf("region", "110101", "schools")));
        Assert.Equal("b c", string.Join(' ', snapshot.ListOf("region", "370300", "schools")));
    }

    [Fact]
    public void All_problems_are_listed_up_to_a_hundred()
    {
        string rows = string.Join(',', Enumerable.Repeat("{}", 3));
        Assert.Equal("CR4014 CR4014 CR4014", SampleFacts.Read(SampleFacts.Snapshot($"\"schools\":[{rows}]")).Diagnostics.Codes());
        rows = string.Join(',', Enumerable.Repeat("{}", 200));
        Checked<Snapshot> read = SampleFacts.Read(SampleFacts.Snapshot($"\"schools\":[{rows}]"));
        Assert.Equal(101, read.Diagnostics.Length);
        Assert.Equal(DiagnosticCodes.TooManyDataProblems, read.Diagnostics[0].Code);
    }

    [Fact]
    public void A_truncated_file_is_refused_wherever_it_is_cut()
    {
        byte[] whole = Encoding.UTF8.GetBytes(JsonSnapshotSourceTests.Good);
        for (int length = 0; length < whole.Length; length++)
        {
            Checked<Snapshot> read = SampleFacts.Read(whole[..length]);
            Assert.False(read.IsValid, $"cut at {length}");
            Assert.Contains(read.Diagnostics, d => d.Code == DiagnosticCodes.DataTruncated || (length == 0 && d.Code == DiagnosticCodes.DataEmpty));
        }
    }

    [Fact]
    public void A_truncated_file_gives_what_stands_before_the_cut_record_where_the_caller_asks_to_skip()
    {
        byte[] whole = Encoding.UTF8.GetBytes(JsonSnapshotSourceTests.Good);
        int version = Encoding.UTF8.GetByteCount(JsonSnapshotSourceTests.Good[..JsonSnapshotSourceTests.Good.IndexOf("1,", StringComparison.Ordinal)]) + 1;
        for (int length = 0; length < whole.Length; length++)
        {
            Checked<Snapshot> read = SampleFacts.Read(whole[..length], Skipping);
            Assert.Equal(length > version, read.IsValid);
            if (read.IsValid) Assert.Equal("CR4002", read.Value.Data.Skipped.Where(d => d.Code != DiagnosticCodes.OrphanRow).Codes());
        }

        int second = JsonSnapshotSourceTests.Good.IndexOf("\"3703220013\"", StringComparison.Ordinal);
        Snapshot kept = SampleFacts.Read(Encoding.UTF8.GetBytes(JsonSnapshotSourceTests.Good[..second]), Skipping).Value;
        Assert.Equal("3703220012", Assert.Single(kept.Table("school").Ids()));
        Assert.Equal(2, kept.Table("class").Count);
    }

    [Fact]
    public void One_wrong_byte_never_ends_in_an_exception_and_reads_the_same_through_any_buffer()
    {
        byte[] whole = Encoding.UTF8.GetBytes(JsonSnapshotSourceTests.Good);
        byte[] wrong = [0, (byte)'"', (byte)'\\', (byte)'}', (byte)']', (byte)',', (byte)'7', 0xC3];
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] = wrong[at % wrong.Length];
            Assert.Equal(SnapshotText.Of(SampleFacts.Read(changed, Skipping, 3)), SnapshotText.Of(SampleFacts.Read(changed, Skipping)));
        }
    }
}
