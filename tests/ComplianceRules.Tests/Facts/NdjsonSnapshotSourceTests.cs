using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

public sealed class NdjsonSnapshotSourceTests
{
    internal const string Header = """
        {"$schema":"snapshot.schema.json","schemaVersion":1,"date":"2026-09-01","title":"高青县","note":{"any":["thing"]},"covers":["370322"],"regions":[{"code":"370322","level":"county","name":"高青县"}],"calendar":{"terms":[{"schoolYear":"2026","term":1,"from":"2026-09-01","to":"2027-01-22"}],"daysOff":["2026-10-01"]},"classes":[{"school":"3703220013","id":"101","grade":1}]}
        """;

    internal const string First = """
        {"classes":[{"id":"301","grade":3,"enrolment":45,"clubs":["go"],"pupils":[{"id":"p1"},{"id":2}]},{"id":"302","grade":null}],"id":"3703220012","name":"实验\"小学\" 😀","region":"370322","packs":["plan-a"]}
        """;

    internal const string Second = """
        {"id":"3703220013","region":"370322","boarding":true}
        """;

    internal const string Good = $"{Header}\n{First}\n{Second}\n";

    [Fact]
    public void A_good_file_is_read_whole()
    {
        Checked<Snapshot> read = SampleFacts.ReadLines(Good);
        Assert.Equal(string.Empty, read.Diagnostics.Codes());
        Snapshot snapshot = read.Value;
        Assert.Equal(new DateOnly(2026, 9, 1), snapshot.Date);
        Assert.Equal("高青县", snapshot.Title);
        Assert.Equal("370322", Assert.Single(snapshot.Covers).Text);
        Assert.Equal("2026", Assert.Single(snapshot.Calendar!.Terms).SchoolYear);
        Assert.Empty(snapshot.Data.Issues);
        Assert.Equal("class=3 pupil=2 region=1 school=2", string.Join(' ', snapshot.Data.Rows.Select(r => $"{r.Key}={r.Value}")));
        Assert.Equal("3703220012/301 3703220012/302 3703220013/101", string.Join(' ', snapshot.Table("class").Keys()));
        Assert.Equal("plan-a", string.Join(' ', snapshot.PacksOfSchool(snapshot.Table("school").Row("3703220012"))));
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n\n \t \r\n\n", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n\r\n", "\uFEFF\n \n")]
    public void Ends_of_lines_blank_lines_and_a_byte_order_mark_change_nothing(string end, string start)
    {
        string expected = SnapshotText.Of(SampleFacts.ReadLines(Good));
        byte[] bytes = Encoding.UTF8.GetBytes($"{start}{Header}{end}{First}{end}{Second}");
        foreach (int size in (int[])[1, 2, 3, 64, 4096]) Assert.Equal(expected, SnapshotText.Of(SampleFacts.ReadLines(bytes, null, size)));
    }

    [Fact]
    public void The_last_line_needs_no_end() =>
        Assert.Equal(SnapshotText.Of(SampleFacts.ReadLines(Good)), SnapshotText.Of(SampleFacts.ReadLines(Good.TrimEnd('\n'))));

    [Fact]
    public void A_header_alone_is_a_snapshot_without_schools() =>
        Assert.Equal(0, SampleFacts.ReadLines("""{"schemaVersion":1}""").Value.Table("school").Count);

    [Fact]
    public void Snapshot_json_on_one_line_is_a_header_with_its_schools()
    {
        string json = JsonSnapshotSourceTests.Good.ReplaceLineEndings(" ");
        Assert.Equal(SnapshotText.Of(SampleFacts.Read(json)), SnapshotText.Of(SampleFacts.ReadLines(json)));
    }

    [Fact]
    public void The_size_of_the_buffer_changes_nothing()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Good);
        string expected = SnapshotText.Of(SampleFacts.ReadLines(bytes));
        for (int size = 1; size <= 64; size++) Assert.Equal(expected, SnapshotText.Of(SampleFacts.ReadLines(bytes, null, size)));
    }

    [Fact]
    public void A_line_may_be_longer_than_any_window()
    {
        string classes = string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"{{\"id\":\"{i}\",\"enrolment\":45}}"));
        string lines = $"{{\"schemaVersion\":1}}\n{{\"id\":\"a\",\"classes\":[{classes}]}}\n{{\"id\":\"b\"}}";
        Assert.True(lines.Length > 1 << 20);
        Snapshot snapshot = SampleFacts.ReadLines(lines).Value;
        Assert.Equal(60_000, snapshot.Table("class").Count);
        Assert.Equal("a b", string.Join(' ', snapshot.Table("school").Ids()));
    }

    [Fact]
    public void Any_snapshot_is_the_same_in_json_and_in_ndjson() =>
        Prop.ForAll<int[], bool>((seeds, skip) =>
        {
            SnapshotOptions options = new() { SkipMalformed = skip };
            Assert.Equal(SnapshotText.Of(SampleFacts.Read(RandomSchools.Json(seeds), options)), SnapshotText.Of(SampleFacts.ReadLines(RandomSchools.Ndjson(seeds), options)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_file_is_read_from_its_path()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Good);
            Assert.True(new NdjsonSnapshotSource(path, "s").Read(SampleFacts.Schema, new SnapshotOptions(), CancellationToken.None).IsValid);
            File.WriteAllText(path, "x");
            Checked<Snapshot> refused = new NdjsonSnapshotSource(path).Read(SampleFacts.Schema, new SnapshotOptions(), CancellationToken.None);
            Assert.Equal(path, refused.Diagnostics.Single().Span!.File);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_the_callers_trouble()
    {
        string folder = Path.GetTempPath();
        Assert.ThrowsAny<IOException>(() => new NdjsonSnapshotSource(folder, "s").Read(SampleFacts.Schema, new SnapshotOptions(), CancellationToken.None));
        string missing = Path.Combine(folder, "no-such-folder", "s.ndjson");
        Assert.ThrowsAny<IOException>(() => new NdjsonSnapshotSource(missing, "s").Read(SampleFacts.Schema, new SnapshotOptions(), CancellationToken.None));
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled() =>
        Assert.Throws<OperationCanceledException>(() =>
            new NdjsonSnapshotSource(() => new MemoryStream(), "s").Read(SampleFacts.Schema, new SnapshotOptions(), new CancellationToken(true)));
}
