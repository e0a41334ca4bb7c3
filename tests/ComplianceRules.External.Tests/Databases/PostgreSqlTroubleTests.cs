using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.PostgreSql;
using ComplianceRules.Samples.Tests.Database;
using ComplianceRules.Spreadsheets.Tests.Agreement;
using ComplianceRules.Tests.Facts;
using Npgsql;

namespace ComplianceRules.External.Tests.Databases;

[Collection(OneServer.Name)]
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlTroubleTests : IDisposable
{
    private const string TwoClasses = """
        CREATE TABLE school (id text, region text, secret text);
        INSERT INTO school VALUES ('S', '370322', 'x');
        CREATE TABLE class (id int, school text, enrolment int);
        INSERT INTO class VALUES (1, 'S', 45), (2, 'S', 46);
        """;

    private readonly PostgresServer _server;
    private readonly ServerSchema _database;

    public PostgreSqlTroubleTests(PostgresServer server)
    {
        _server = server;
        _database = new ServerSchema(server);
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Names_of_any_signs_are_read_and_do_nothing_else()
    {
        using ServerSchema hostile = new(_server, "a\"; DROP SCHEMA public CASCADE; --");
        hostile.Run("""CREATE TABLE "cl""ass; -- $1 %s" ("n""o" text, "sch'ool" text, "{0}" numeric)""")
            .Run("""INSERT INTO "cl""ass; -- $1 %s" VALUES ('1', '''); DROP TABLE school; --', 45), ('2', E'一中\n"\\', 46)""");
        SnapshotMapping mapping = Mapping("""
            { "tables": [ { "table": "class", "file": "cl?ass*", "id": ["n\"o"], "parent": { "table": "school", "key": ["sch'ool"], "fields": { "name": { "column": "sch'ool" } } },
              "fields": { "enrolment": { "column": "{0}" } } } ], "constants": { "school.region": "370322" } }
            """);
        Snapshot snapshot = hostile.Read(AgreementSchema.Value, mapping).Value;
        Assert.Equal(["'); DROP TABLE school; --", "一中\n\"\\"], Enumerable.Range(0, 2).Select(snapshot.Table("school").Id));
        Assert.Equal("45 46", Enrolment(snapshot));
        Assert.Empty(snapshot.Data.Issues);
        Assert.Equal(1L, hostile.Ask<long>("SELECT count(*) FROM pg_namespace WHERE nspname = 'public'"));
    }

    [Fact]
    public void A_column_that_nobody_knows_is_named_and_never_asked_for()
    {
        _database.Run(TwoClasses).Run("CREATE ROLE clerk LOGIN").Run($"GRANT USAGE ON SCHEMA {_database.Name} TO clerk; GRANT SELECT (id, region) ON school TO clerk; GRANT SELECT ON class TO clerk");
        try
        {
            Snapshot snapshot = _database.Source(user: "clerk").Read(AgreementSchema.Value, new SnapshotOptions(), CancellationToken.None).Value;
            Assert.Equal("45 46", Enrolment(snapshot));
            Assert.Equal(["CR4050"], snapshot.Data.Issues.Select(i => i.Code.ToString()));
        }
        finally
        {
            _database.Run("DROP OWNED BY clerk; DROP ROLE clerk");
        }
    }

    [Fact]
    public void A_user_who_may_not_read_a_table_or_sees_only_some_of_its_rows_gets_an_error()
    {
        _database.Run(TwoClasses).Run("CREATE ROLE guest LOGIN").Run($"GRANT USAGE ON SCHEMA {_database.Name} TO guest; GRANT SELECT ON school TO guest");
        try
        {
            PostgreSqlSnapshotSource source = _database.Source(user: "guest");
            Assert.Equal("42501: permission denied for table class", Trouble(source).Message);
            _database.Run("GRANT SELECT ON class TO guest; ALTER TABLE class ENABLE ROW LEVEL SECURITY; CREATE POLICY first_one ON class USING (id = 1)");
            Assert.StartsWith("42501: query would be affected by row-level security policy", Trouble(source).Message, StringComparison.Ordinal);
        }
        finally
        {
            _database.Run("DROP OWNED BY guest; DROP ROLE guest");
        }
    }

    [Theory]
    [InlineData("100 / (4000 - i)", "22012")]
    [InlineData("CASE WHEN i = 4000 THEN pg_terminate_backend(pg_backend_pid())::int ELSE i END", "57P01")]
    public void A_view_or_a_connection_that_fails_on_the_way_gives_an_error_and_no_part(string enrolment, string state)
    {
        _database.Run("CREATE VIEW school AS SELECT 'S' AS id").Run($"CREATE VIEW class AS SELECT i AS id, 'S' AS school, {enrolment} AS enrolment FROM generate_series(1, 5000) i");
        Assert.Equal(state, Trouble(_database.Source()).SqlState);
    }

    [Fact]
    public void A_statement_that_takes_too_long_is_ended()
    {
        _database.Run("CREATE VIEW school AS SELECT 'S' AS id, pg_sleep(60)::text AS name");
        Assert.Equal("57014", Trouble(_database.Source(more: "&statement_timeout=100ms")).SqlState);
    }

    [Fact]
    public void A_view_that_works_for_long_is_stopped_with_the_reading()
    {
        _database.Run("CREATE VIEW school AS SELECT 'S' AS id, pg_sleep(60)::text AS name");
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(300));
        OperationCanceledException stopped = Assert.ThrowsAny<OperationCanceledException>(() => _database.Source().Read(AgreementSchema.Value, new SnapshotOptions(), stop.Token));
        Assert.Equal(stop.Token, stopped.CancellationToken);
    }

    [Fact]
    public async Task What_others_write_during_the_reading_is_not_seen()
    {
        _database.Run("CREATE TABLE school (id text); INSERT INTO school VALUES ('S'); CREATE TABLE class_row (id int, school text, enrolment int); INSERT INTO class_row VALUES (1, 'S', 45)")
            .Run("CREATE VIEW class AS SELECT c.* FROM (SELECT pg_advisory_lock_shared(4711)) wait, class_row c");
        _database.Run("SELECT pg_advisory_lock(4711)");
        Task<Checked<Snapshot>> reading = Task.Run(() => _database.Read(AgreementSchema.Value));
        while (_database.Ask<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 0) await Task.Delay(10);
        _database.Run("INSERT INTO class_row VALUES (2, 'S', 46); UPDATE class_row SET enrolment = 1; DELETE FROM school; SELECT pg_advisory_unlock(4711)");
        Assert.Equal("45", Enrolment((await reading).Value));
    }

    [Fact]
    public void Tables_and_columns_that_are_missing_are_told_by_name()
    {
        SnapshotMapping mapping = Mapping("""
            { "tables": [ { "table": "class", "file": "class", "id": ["id"], "parent": { "table": "school", "key": ["school"] }, "fields": { "enrolment": { "column": "enrolled" } } },
              { "table": "pupil", "file": "pupil_*", "id": ["id"] } ] }
            """);
        _database.Run(TwoClasses);
        string[] told = [.. _database.Read(AgreementSchema.Value, mapping).Diagnostics.Select(d => $"{d.Code} {string.Join(' ', d.Arguments)}")];
        Assert.Contains(told, t => t.StartsWith("CR4057 ", StringComparison.Ordinal) && t.Contains("enrolled", StringComparison.Ordinal));
        Assert.Contains("CR4051 pupil_* pupil", told);
    }

    [Theory]
    [InlineData("CREATE TABLE klass (id int); CREATE TABLE other (id int)")]
    [InlineData("SELECT 1")]
    public void A_schema_without_a_single_table_of_the_format_is_the_wrong_one(string sql) =>
        Assert.Contains("CR4112", _database.Run(sql).Read(AgreementSchema.Value).Diagnostics.Select(d => d.Code.ToString()));

    [Fact]
    public void A_schema_that_is_not_there_is_told_as_an_empty_one()
    {
        PostgreSqlSnapshotSource source = new(PostgreSqlAddress.Parse($"postgresql://postgres@/postgres?host={Uri.EscapeDataString(_database.Folder)}&schema=nowhere"));
        Assert.Equal(["CR4112"], source.Read(AgreementSchema.Value, new SnapshotOptions(), CancellationToken.None).Diagnostics.Select(d => d.Code.ToString()));
    }

    [Fact]
    public void A_partitioned_table_is_read_once()
    {
        _database.Run("CREATE TABLE school (id text); INSERT INTO school VALUES ('S'); CREATE TABLE class (id int, school text, enrolment int) PARTITION BY HASH (school)")
            .Run("CREATE TABLE class_0 PARTITION OF class FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE class_1 PARTITION OF class FOR VALUES WITH (MODULUS 2, REMAINDER 1)")
            .Run("INSERT INTO class VALUES (1, 'S', 45), (2, 'S', 46)");
        Snapshot snapshot = _database.Read(AgreementSchema.Value).Value;
        Assert.Equal("45 46", Enrolment(snapshot));
        Assert.Empty(snapshot.Data.Issues);
    }

    [Fact]
    public void Nothing_can_be_written_in_the_transaction()
    {
        _database.Run($"CREATE TABLE seen (id text); CREATE FUNCTION mark() RETURNS text LANGUAGE sql AS 'INSERT INTO {_database.Name}.seen VALUES (''1'') RETURNING id'; CREATE VIEW school AS SELECT mark() AS id");
        Assert.Equal("25006", Trouble(_database.Source()).SqlState);
    }

    private static NpgsqlException Trouble(PostgreSqlSnapshotSource source) =>
        Assert.ThrowsAny<NpgsqlException>(() => source.Read(AgreementSchema.Value, new SnapshotOptions(), CancellationToken.None));

    private static string Enrolment(Snapshot snapshot)
    {
        FactTable classes = snapshot.Table("class");
        return string.Join(' ', Enumerable.Range(0, classes.Count).Select(r => SnapshotText.Value(classes.Column("enrolment")!, r)));
    }

    private static SnapshotMapping Mapping(string json) => SnapshotMapping.Read(new SourceFile("mapping.json", Encoding.UTF8.GetBytes(json)), AgreementSchema.Value).Value;
}
