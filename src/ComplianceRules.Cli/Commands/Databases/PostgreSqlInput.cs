using ComplianceRules.Cli.Texts;
using ComplianceRules.Facts;
using ComplianceRules.PostgreSql;
using ComplianceRules.Sql;
using Npgsql;

namespace ComplianceRules.Cli.Commands;

/// <summary>A database of PostgreSQL that a caller names by its address.</summary>
internal static class PostgreSqlInput
{
    // What cannot be read as an address may hold a password at any place.
    private const string Unread = "postgresql://…";

    public static string Shown(string url) => PostgreSqlAddress.TryParse(url, out PostgreSqlAddress? address, out _) ? address.Name : Unread;

    public static string? Fault(string url, Words words) => PostgreSqlAddress.TryParse(url, out _, out PostgreSqlAddressFault fault) ? null : words.AddressFaultOf(fault.ToString());

    public static OpenDatabase Connect(string url)
    {
        PostgreSqlAddress address = PostgreSqlAddress.Parse(url);
        NpgsqlConnectionStringBuilder names = new(address.ConnectionString);
        if (address.Schema is { } schema) names.SearchPath = new NpgsqlCommandBuilder().QuoteIdentifier(schema);
        NpgsqlConnection connection = new(names.ConnectionString);
        connection.Open();
        return new OpenDatabase(connection, SqlDialect.PostgreSql, null) { StatementTimeout = address.StatementTimeout };
    }

    public static ISnapshotSource Open(string url, SnapshotMapping? mapping) => new PostgreSqlSnapshotSource(PostgreSqlAddress.Parse(url), mapping);
}
