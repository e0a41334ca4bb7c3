using System.Data.Common;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Tests.Facts;

public sealed class DataReaderSnapshotSourceTests : IDisposable
{
    private const string Schools = "CREATE TABLE school (id TEXT, region TEXT, name TEXT, boarding INTEGER, classes INTEGER);";
    private const string Classes = "CREATE TABLE class (id INTEGER, school TEXT, grade INTEGER, enrolment INTEGER, share REAL, ends TEXT, founded DATE, clubs TEXT);";
    private const string OneSchool = Schools + "INSERT INTO school VALUES ('S', '370322', '一中', 1, NULL);";

    private static readonly SnapshotOptions Skip = new() { SkipMalformed = true };

    private readonly SqliteTables _tables = new();

    public void Dispose() => _tables.Dispose();

    [Fact]
    public void A_database_gives_the_same_snapshot_as_a_file()
    {
        _tables.With("CREATE TABLE snapshot (date TEXT, title TEXT, covers TEXT); INSERT INTO snapshot VALUES ('2026-09-01', '高青县', '370322');")
            .With(Schools + "INSERT INTO school VALUES ('S1', '370322', '一中', 1, NULL), ('S2', '370322', NULL, 0, 1);")
            .With(Classes + "INSERT INTO class VALUES (1, 'S1', 2, 45, 12.5, '0:30', '1986-09-01', 'go、choir'), (2, 'S1', NULL, NULL, NULL, NULL, NULL, NULL);");

        string expected = SnapshotText.Of(SampleFacts.Read(SampleFacts.Snapshot("""
            "date":"2026-09-01","title":"高青县","covers":["370322"],"schools":[
              {"id":"S1","region":"370322","name":"一中","boarding":true,"classes":[{"id":"1","grade":2,"enrolment":45,"share":12.5,"ends":"0:30","founded":"1986-09-01","clubs":["go","choir"]},{"id":"2"}]},
              {"id":"S2","region":"370322","boarding":false,"classes":[]}]
            """)));
        Assert.Equal(expected, SnapshotText.Of(_tables.Read("class", "school", "snapshot")));
    }

    [Fact]
    public void Each_cell_counts_as_what_it_is_whatever_its_column_says()
    {
        _tables.With(OneSchool).With(Classes + """
            INSERT INTO class (id, school, enrolment) VALUES (1, 'S', 45), (2, 'S', '四十五'), (3, 'S', '46'), (4, 'S', x'34'), ('e', 'S', NULL), (6, 'S', 9e999), (7, 'S', 46.0);
            """);
        Snapshot snapshot = _tables.Read("school", "class").Value;
        NumberColumn enrolment = (NumberColumn)snapshot.Table("class").Column("enrolment")!;
        Assert.Equal("1 2 3 4 e 6 7", string.Join(' ', snapshot.Table("class").Ids()));
        Assert.Equal("45 ?WrongType 46 ?WrongType ?Absent ?WrongType 46", string.Join(' ', Enumerable.Range(0, 7).Select(r => enrolment.IsKnown(r) ? $"{enrolment[r]}" : $"?{enrolment.ReasonAt(r)}")));
        Assert.Equal(
            ["snapshot.db/class(2,4) 四十五", "snapshot.db/class(4,4) 0x34", "snapshot.db/class(6,4) Infinity"],
            snapshot.Data.Issues.Select(i => $"{i.Span} {i.Arguments[2]}"));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_no_text()
    {
        _tables.With(Schools + "INSERT INTO school (id, name) VALUES ('S', CAST(x'B8DFC7E0' AS TEXT));");
        Assert.Equal("CR4064", _tables.Read("school").Value.Data.Issues.Codes());
    }

    [Theory]
    [InlineData("INSERT INTO class (id, school) VALUES (1, 'S'), (1, 'S'), (2, 'S');", "CR4015 snapshot.db/class(2)", 2)]
    [InlineData("INSERT INTO class (id, school) VALUES (1, 'S'), (2, 'T');", "CR4016 snapshot.db/class(2)", 1)]
    [InlineData("INSERT INTO class (id, school) VALUES (1, 'S'), (2, NULL);", "CR4065 snapshot.db/class(2)", 1)]
    [InlineData("INSERT INTO class (id, school) VALUES (NULL, 'S'), (2, 'S');", "CR4014 snapshot.db/class(1)", 1)]
    [InlineData("INSERT INTO class (id, school) VALUES (NULL, NULL), (2, 'S');", "CR4014 snapshot.db/class(1)", 1)]
    public void A_row_that_cannot_be_used_is_refused_at_its_place_or_skipped_and_listed(string sql, string expected, int kept)
    {
        _tables.With(OneSchool).With(Classes + sql);
        Assert.Equal([expected], _tables.Read("school", "class").Diagnostics.Select(d => $"{d.Code} {d.Span}"));
        Snapshot skipped = _tables.Read(Skip, null, "school", "class").Value;
        Assert.Equal([expected], skipped.Data.Skipped.Select(d => $"{d.Code} {d.Span}"));
        Assert.Equal(kept, skipped.Table("class").Count);
    }

    [Theory]
    [InlineData("SELECT id, id, school FROM class", "CR4056 snapshot.db/class")]
    [InlineData("SELECT id, enrolment FROM class", "CR4057 snapshot.db/class")]
    [InlineData("SELECT school FROM class", "CR4057 snapshot.db/class")]
    public void Columns_that_stand_twice_or_are_missing_refuse_the_table(string query, string expected)
    {
        _tables.With(OneSchool).With(Classes);
        Checked<Snapshot> read = new DataReaderSnapshotSource("snapshot.db", [_tables.Table("school"), _tables.Table("class", query)]).Read(SampleFacts.Schema, Skip, CancellationToken.None);
        Assert.Equal([expected], read.Diagnostics.Select(d => $"{d.Code} {d.Span}"));
    }

    [Fact]
    public void A_column_that_is_no_field_is_listed_and_a_table_without_rows_is_read()
    {
        _tables.With(OneSchool).With("CREATE TABLE class (id, school, enrolmnt)");
        Snapshot snapshot = _tables.Read("school", "class").Value;
        Diagnostic issue = Assert.Single(snapshot.Data.Issues);
        Assert.Equal(("CR4050", "enrolment", 0), (issue.Code.ToString(), issue.DidYouMean, snapshot.Table("class").Count));
        Assert.True(snapshot.Data.HasUnknownNames);
    }

    [Fact]
    public void A_column_without_a_name_is_listed_once_and_a_second_row_about_the_snapshot_is_refused()
    {
        _tables.With(OneSchool).With("CREATE TABLE snapshot (title TEXT); INSERT INTO snapshot VALUES ('a'), ('b');");
        DataReaderTable school = _tables.Table("school", "SELECT 'S' AS id, 1 AS \"\" UNION ALL SELECT 'T', 2");
        Snapshot snapshot = new DataReaderSnapshotSource("d", [school, _tables.Table("snapshot")]).Read(SampleFacts.Schema, Skip, CancellationToken.None).Value;
        Assert.Equal("CR4074 d/school(1,2)", string.Join(' ', snapshot.Data.Issues.Select(i => $"{i.Code} {i.Span}")));
        Assert.Equal("CR4077 d/snapshot(2)", string.Join(' ', snapshot.Data.Skipped.Select(i => $"{i.Code} {i.Span}")));
    }

    [Fact]
    public void A_table_of_another_name_is_left_out_and_listed()
    {
        _tables.With(OneSchool).With("CREATE TABLE clas (id, school)");
        Diagnostic issue = Assert.Single(_tables.Read("school", "clas").Value.Data.Issues);
        Assert.Equal("CR4053 snapshot.db/clas class", $"{issue.Code} {issue.Span} {issue.DidYouMean}");
    }

    [Fact]
    public void Foreign_tables_become_facts_by_a_mapping()
    {
        const string Mapping = """
            { "tables": [ { "table": "class", "file": "T_*", "where": [ { "column": "STATE", "not": ["0"] } ], "id": ["CODE", "NO"],
                "parent": { "table": "school", "key": ["CODE"], "fields": { "name": { "column": "NAME" } } },
                "fields": { "enrolment": { "column": "SIZE" }, "share": { "column": "SHARE", "factor": 100 } } } ],
              "covers": ["370322"], "constants": { "school.region": "370322" } }
            """;
        _tables.With("CREATE TABLE T_CLASS (CODE INTEGER, NAME TEXT, NO INTEGER, SIZE NUMERIC, SHARE REAL, STATE INTEGER);")
            .With("INSERT INTO T_CLASS VALUES (3703220012000001, '一中', 1, 45, 0.125, 1), (3703220012000001, '一中', 2, 46, NULL, 1), (2, '二中', 1, 1, 1, 0);");
        SnapshotMapping mapping = SnapshotMapping.Read(new SourceFile("m.json", Encoding.UTF8.GetBytes(Mapping)), SampleFacts.Schema).Value;
        Snapshot snapshot = _tables.Read(new SnapshotOptions(), mapping, "T_CLASS").Value;
        Assert.Equal("3703220012000001/3703220012000001|1 3703220012000001/3703220012000001|2", string.Join(' ', snapshot.Table("class").Keys()));
        Assert.Equal(12.5, ((NumberColumn)snapshot.Table("class").Column("share")!)[0]);
        Assert.Equal((1, 0), (snapshot.Data.Filtered, snapshot.Data.Issues.Length));
        Assert.Equal("CR4051 CR4072", _tables.With("CREATE TABLE other (id)").Read(new SnapshotOptions(), mapping, "other").Diagnostics.Codes());
    }

    [Fact]
    public void What_the_provider_throws_reaches_the_caller() =>
        Assert.ThrowsAny<DbException>(() => _tables.Read("school"));

    [Fact]
    public void A_query_that_fails_leaves_no_reader_open()
    {
        DbDataReader? opened = null;
        DataReaderTable table = _tables.With(OneSchool).Table("school");
        DataReaderTable watched = new("school", () => opened = table.Open());
        using CancellationTokenSource stopped = new();
        DataReaderSnapshotSource source = new("d", [watched, new("class", () => throw new IOException("gone"))]);
        Assert.Throws<IOException>(() => source.Read(SampleFacts.Schema, new SnapshotOptions(), stopped.Token));
        Assert.True(opened!.IsClosed);
    }

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        using CancellationTokenSource stop = new();
        SqliteDataReader? opened = null;
        _tables.With(OneSchool).With(Classes);
        DataReaderTable endless = _tables.Table("class", "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 'S' AS school FROM n");
        DataReaderTable stopping = new("class", () =>
        {
            stop.Cancel();
            return opened = (SqliteDataReader)endless.Open();
        });
        DataReaderSnapshotSource source = new("d", [_tables.Table("school"), stopping]);
        Assert.Throws<OperationCanceledException>(() => source.Read(SampleFacts.Schema, new SnapshotOptions(), stop.Token));
        Assert.True(opened!.IsClosed);
    }

    [Fact]
    public void Rows_are_read_one_at_a_time()
    {
        const int Rows = 20_000;
        _tables.With(OneSchool).With(Classes);
        DataReaderTable left = _tables.Table("class", $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows}) SELECT i AS id, 'S' AS school, 'x' AS kind, zeroblob(1000) AS photo FROM n");
        SnapshotMapping mapping = SnapshotMapping.Read(
            new SourceFile("m.json", """{ "tables": [ { "table": "class", "file": "class", "where": [ { "column": "kind", "is": ["y"] } ], "id": ["id"], "parent": { "table": "school", "key": ["school"] } } ] }"""u8.ToArray()),
            SampleFacts.Schema).Value;
        long before = GC.GetAllocatedBytesForCurrentThread();
        Snapshot snapshot = new DataReaderSnapshotSource("d", [left], mapping).Read(SampleFacts.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / Rows;
        Assert.Equal(Rows, snapshot.Data.Filtered);
        Assert.True(each < 300, $"{each} bytes a row: a cell that nobody asks for is read, or rows are kept");
    }

    [Fact]
    public void A_source_without_tables_or_with_one_twice_is_the_callers_error()
    {
        Assert.Throws<ArgumentException>("tables", () => new DataReaderSnapshotSource("d", []));
        Assert.Throws<ArgumentException>("tables", () => new DataReaderSnapshotSource("d", [_tables.Table("a"), _tables.Table("a")]));
        Assert.Throws<InvalidOperationException>(() => new DataReaderSnapshotSource("d", [new("school", () => null!)]).Read(SampleFacts.Schema, Skip, CancellationToken.None));
    }
}
