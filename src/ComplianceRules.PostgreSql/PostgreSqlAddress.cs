using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace ComplianceRules.PostgreSql;

/// <summary>Where a database of PostgreSQL is and how it is read: <c>postgresql://user@host:5432/database?schema=facts</c>.</summary>
/// <remarks>
/// Immutable. It never holds a password: that comes from <c>PGPASSWORD</c>, or from the file of passwords that <c>PGPASSFILE</c> names, else <c>~/.pgpass</c>. A user that is not named comes
/// from <c>PGUSER</c>, else it is that of the operating system. Names are written as in every URL, so that <c>%40</c> is <c>@</c>. Parameters: <c>schema</c>, <c>statement_timeout</c>
/// (milliseconds, or a number with <c>ms</c>, <c>s</c>, <c>min</c> or <c>h</c>), <c>connect_timeout</c> (seconds), <c>sslmode</c>, <c>sslrootcert</c>, <c>sslcert</c>, <c>sslkey</c>, <c>passfile</c>,
/// <c>application_name</c>, and <c>host</c>, which may be the folder of a socket: <c>postgresql:///database?host=/run/postgresql</c>. Services are not read.
/// </remarks>
public sealed class PostgreSqlAddress
{
    internal PostgreSqlAddress(NpgsqlConnectionStringBuilder connection, string? schema, TimeSpan? statementTimeout)
    {
        ConnectionString = connection.ConnectionString;
        Name = $"{connection.Host}{(connection.Port == NpgsqlConnection.DefaultPort ? string.Empty : $":{connection.Port}")}/{connection.Database}";
        (Schema, StatementTimeout) = (schema, statementTimeout);
    }

    /// <summary>The server and the database, as places show them: <c>host:5433/database</c>.</summary>
    public string Name { get; }

    /// <summary>The schema whose tables and views are read; null for the first of the search path.</summary>
    public string? Schema { get; }

    /// <summary>How long one statement may take; null where the server's own setting counts.</summary>
    public TimeSpan? StatementTimeout { get; }

    /// <summary>How Npgsql reaches the database; without a password.</summary>
    public string ConnectionString { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="url">The address.</param>
    /// <exception cref="FormatException">It is none; the message says why and repeats nothing of it.</exception>
    public static PostgreSqlAddress Parse(string url) =>
        TryParse(url, out PostgreSqlAddress? address, out PostgreSqlAddressFault fault) ? address : throw new FormatException($"the address of the database cannot be used: {Reason(fault)}");

    /// <summary>Reads an address.</summary>
    /// <param name="url">The address.</param>
    /// <param name="address">The address; null where it is none.</param>
    /// <param name="fault">Why it is none.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string url, [NotNullWhen(true)] out PostgreSqlAddress? address, out PostgreSqlAddressFault fault)
    {
        ArgumentNullException.ThrowIfNull(url);
        address = AddressReader.Read(url, out fault);
        return address is not null;
    }

    /// <summary>The name, in which no secret is.</summary>
    public override string ToString() => Name;

    private static string Reason(PostgreSqlAddressFault fault) => fault switch
    {
        PostgreSqlAddressFault.HasPassword => "it holds a password, which belongs in PGPASSWORD or in the file of passwords",
        PostgreSqlAddressFault.NoHost => "it names no server",
        PostgreSqlAddressFault.SeveralHosts => "it names several servers",
        PostgreSqlAddressFault.Port => "its port is no number from 1 to 65535",
        PostgreSqlAddressFault.NoDatabase => "it names no database",
        PostgreSqlAddressFault.Parameter => "a parameter of it is unknown, stands twice or has a value that it cannot have",
        _ => "it is no URL that begins with postgresql://",
    };
}
