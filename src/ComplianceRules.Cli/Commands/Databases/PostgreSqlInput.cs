using ComplianceRules.Cli.Texts;
using ComplianceRules.Facts;
using ComplianceRules.PostgreSql;

namespace ComplianceRules.Cli.Commands;

/// <summary>A database of PostgreSQL that a caller names by its address.</summary>
internal static class PostgreSqlInput
{
    // What cannot be read as an address may hold a password at any place.
    private const string Unread = "postgresql://…";

    public static string Shown(string url) => PostgreSqlAddress.TryParse(url, out PostgreSqlAddress? address, out _) ? address.Name : Unread;

    public static string? Fault(string url, Words words) => PostgreSqlAddress.TryParse(url, out _, out PostgreSqlAddressFault fault) ? null : words.AddressFaultOf(fault.ToString());

    public static ISnapshotSource Open(string url, SnapshotMapping? mapping) => new PostgreSqlSnapshotSource(PostgreSqlAddress.Parse(url), mapping);
}
