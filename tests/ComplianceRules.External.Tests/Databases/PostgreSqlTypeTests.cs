using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.PostgreSql;
using ComplianceRules.Samples.Tests.Database;
using ComplianceRules.Spreadsheets.Tests.Agreement;
using ComplianceRules.Tests.Facts;
using Npgsql;

namespace ComplianceRules.External.Tests.Databases;

/// <summary>Values of every type of the server in fields of every type.</summary>
[Collection(OneServer.Name)]
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlTypeTests : IDisposable
{
    private static readonly string[] Fields = ["name", "enrolment", "boarding", "opened", "ends", "kinds"];

    private readonly ServerSchema _database;
    private readonly NpgsqlDataSource _server;

    public PostgreSqlTypeTests(PostgresServer server)
    {
        _database = new ServerSchema(server);
        _database.Run("CREATE TABLE school (id text); INSERT INTO school VALUES ('S'); CREATE TYPE kind AS ENUM ('a', 'b'); CREATE DOMAIN size AS int CHECK (VALUE > 0); CREATE DOMAIN room AS size");
        _server = NpgsqlDataSource.Create($"{server.Connection("postgres")};Search Path={_database.Name}");
    }

    public void Dispose()
    {
        _server.Dispose();
        _database.Dispose();
    }

    [Fact]
    public void A_value_means_what_it_means_through_a_reader_of_the_driver()
    {
        string[] values =
        [
            "NULL::int", "NULL::text", "NULL::numeric", "NULL::date", "NULL::interval", "NULL::text[]", "NULL::point", "NULL::bytea",
            "true", "false", "0::int2", "-1::int2", "32767::int2", "45", "2147483647", "-2147483648", "123456789012345678::int8", "(-9223372036854775808)::int8", "1::oid", "4294967295::oid",
            "45.5::float4", "16777216::float4", "1e7::float4", "0.1::float4", "'-0'::float4", "'NaN'::float4", "'Infinity'::float4",
            "45::float8", "0.1::float8 + 0.2", "'-0'::float8", "1e15::float8", "-1e15::float8", "999999999999999::float8", "1e300::float8", "5e-324::float8", "'NaN'::float8", "'-Infinity'::float8",
            "45::numeric", "45.50::numeric", "-0.001::numeric", "0::numeric", "0.00::numeric", "100::numeric", "10000::numeric", "12345.678900::numeric", "0.00012345::numeric", "99999999.99999999::numeric(16,8)",
            "79228162514264337593543950335::numeric", "0.1234567890123456789012345678::numeric", "'NaN'::numeric", "(1/3.0)::numeric",
            "'45'::text", "' 45 '::text", "''::text", "'  '::text", "'是'::text", "'true'::text", "'a'::char(5)", "'b'::varchar(3)", "'a'::name", "'a'::kind", "'甲'::text", "'a、b'::text", "E'a\\nb'::text", "'45%'::text",
            "U&'\\FFFD'::text", "'😀'::text", "'１２：３０'::text", "'2026-09-01'::text", "'8:20'::text",
            "45::size", "45::room", "'a,b'::text",
            "'2026-09-01'::date", "'0001-01-01'::date", "'9999-12-31'::date",
            "'08:20'::time", "'08:20:30'::time", "'23:59:59.999999'::time", "'00:00'::time",
            "'2026-09-01'::timestamp", "'2026-09-01 08:20'::timestamp", "'2026-09-01 08:20:30.5'::timestamp", "'2026-09-01 00:00+00'::timestamptz", "'2026-09-01 00:00+08'::timestamptz",
            "'08:20'::interval", "'24:30'::interval", "'1 day 30 minutes'::interval", "'-00:30'::interval", "'08:20:00.5'::interval", "'48:00'::interval", "'2 days'::interval",
            "'0b5c5f4e-6b1c-4f0e-9d5e-7c9d3f1a2b3c'::uuid", "'\\x34'::bytea", "'\\x'::bytea", "'\\x000102030405060708090a'::bytea",
            "'[\"a\"]'::jsonb", "'{\"a\": 1}'::json", "'<a/>'::xml", "point(1, 2)", "int4range(1, 2)", "ARRAY[1, 2]", "'1.2.3.4'::inet",
        ];
        Assert.All(values, value =>
        {
            View(value);
            string expected = SnapshotText.Of(ByDriver(isTyped: false));
            Assert.Equal(expected, SnapshotText.Of(Fast()));
            Assert.Equal(expected, SnapshotText.Of(ByDriver(isTyped: true)));
        });
    }

    [Theory]
    [InlineData("name", "12345678901234567890123456789012345678.5::numeric", "12345678901234567890123456789012345678.5")]
    [InlineData("name", "'x'::\"char\"", "x")]
    [InlineData("enrolment", "(1/3.0)::numeric(40,38)", "0.333333333333333")]
    [InlineData("enrolment", "1e60::numeric", "CR4064 numeric")]
    [InlineData("enrolment", "'Infinity'::numeric", "CR4064 numeric")]
    [InlineData("opened", "'infinity'::date", "CR4064 date")]
    [InlineData("opened", "'-infinity'::date", "CR4064 date")]
    [InlineData("opened", "'0044-03-15 BC'::date", "CR4064 date")]
    [InlineData("opened", "'12026-09-01'::date", "CR4064 date")]
    [InlineData("opened", "'infinity'::timestamp", "CR4064 timestamp without time zone")]
    [InlineData("opened", "'12026-09-01'::timestamptz", "CR4064 timestamp with time zone")]
    [InlineData("ends", "'24:00'::time", "24:00")]
    [InlineData("ends", "'08:20+08'::timetz", "CR4064 time with time zone")]
    [InlineData("ends", "'1 month'::interval", "CR4064 interval")]
    [InlineData("ends", "'178000000 years'::interval", "CR4064 interval")]
    [InlineData("enrolment", "45::money", "CR4064 money")]
    [InlineData("kinds", "ARRAY['a', 'b']", "a+b")]
    [InlineData("kinds", "ARRAY['b', 'a']::kind[]", "a+b")]
    [InlineData("kinds", "ARRAY['甲']::varchar[]", "a")]
    [InlineData("kinds", "ARRAY['a', NULL]", "CR4064 text[]")]
    [InlineData("kinds", "ARRAY['a|b']", "CR4064 text[]")]
    [InlineData("kinds", "ARRAY['']", "CR4064 text[]")]
    [InlineData("kinds", "ARRAY[]::text[]", "CR4064 text[]")]
    [InlineData("kinds", "ARRAY[['a'], ['b']]", "CR4064 text[]")]
    [InlineData("kinds", "ARRAY['a', 'c']", "CR4024 a|c")]
    public void What_the_driver_has_no_value_for_is_read_or_told(string field, string value, string expected)
    {
        View(value);
        Snapshot snapshot = Fast().Value;
        int column = 2 + Array.IndexOf(Fields, field);
        Diagnostic? issue = snapshot.Data.Issues.FirstOrDefault(i => i.Span!.Column == column + 1);
        string found = issue is null ? SnapshotText.Value(snapshot.Table("class").Column(field)!, 0) : $"{issue.Code} {issue.Arguments[2]}";
        Assert.Equal(expected, found);
    }

    private void View(string value)
    {
        string fields = string.Join(", ", Fields.Select(f => string.Create(CultureInfo.InvariantCulture, $"({value}) AS {f}")));
        _database.Run($"DROP VIEW IF EXISTS class; CREATE VIEW class AS SELECT 1 AS id, 'S'::text AS school, {fields}");
    }

    private Checked<Snapshot> Fast() => Read(new PostgreSqlSnapshotSource(_server, "db"));

    private Checked<Snapshot> ByDriver(bool isTyped)
    {
        using NpgsqlConnection connection = _server.OpenConnection();
        return Read(new DataReaderSnapshotSource("db", [.. ((string[])["school", "class"]).Select(name => new DataReaderTable(name, () => Rows(connection, name)) { IsTyped = isTyped })]));
    }

    private static NpgsqlDataReader Rows(NpgsqlConnection connection, string table)
    {
        using NpgsqlCommand command = new($"SELECT * FROM {table}", connection);
        return command.ExecuteReader();
    }

    private static Checked<Snapshot> Read(ISnapshotSource source) => source.Read(AgreementSchema.Value, new SnapshotOptions(), CancellationToken.None);
}
