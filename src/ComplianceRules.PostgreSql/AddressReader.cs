using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using Npgsql;

namespace ComplianceRules.PostgreSql;

/// <summary>Reads the parts of one address, and stops at the first that cannot be used.</summary>
internal sealed class AddressReader
{
    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    private static readonly FrozenDictionary<string, SslMode> SslModes = new Dictionary<string, SslMode>(StringComparer.Ordinal)
    {
        ["disable"] = SslMode.Disable,
        ["allow"] = SslMode.Allow,
        ["prefer"] = SslMode.Prefer,
        ["require"] = SslMode.Require,
        ["verify-ca"] = SslMode.VerifyCA,
        ["verify-full"] = SslMode.VerifyFull,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly NpgsqlConnectionStringBuilder _connection = new()
    {
        Pooling = false,
        Enlist = false,
        // How long a statement may take is the server's to say, and a view may work for minutes before its first row; a server that is gone is told by the network.
        CommandTimeout = 0,
        TcpKeepAlive = true,
        ReadBufferSize = 1 << 16,
        ApplicationName = "ComplianceRules",
        IncludeErrorDetail = false,
    };

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private PostgreSqlAddressFault _fault;
    private string? _schema;
    private TimeSpan? _statementTimeout;

    private AddressReader()
    {
    }

    /// <summary>The address of a URL; null where it is none.</summary>
    public static PostgreSqlAddress? Read(string url, out PostgreSqlAddressFault fault)
    {
        AddressReader reader = new();
        reader.ReadUrl(url);
        fault = reader._fault;
        return fault == PostgreSqlAddressFault.None ? new PostgreSqlAddress(reader._connection, reader._schema, reader._statementTimeout) : null;
    }

    private void ReadUrl(string url)
    {
        if (Array.Find(Schemes, s => url.StartsWith(s, StringComparison.OrdinalIgnoreCase)) is not { } scheme)
        {
            _fault = PostgreSqlAddressFault.NotAnUrl;
            return;
        }

        string rest = url[scheme.Length..];
        int end = rest.IndexOfAny(['/', '?', '#']);
        string authority = end < 0 ? rest : rest[..end];
        string behind = end < 0 ? string.Empty : rest[end..];
        int at = authority.LastIndexOf('@');
        // Where a sign of a password was not written as a URL has it, its rest stands behind the server.
        bool isCut = behind.AsSpan().ContainsAny('@', '#');
        if ((isCut ? authority : authority[..Math.Max(at, 0)]).Contains(':', StringComparison.Ordinal)) _fault = PostgreSqlAddressFault.HasPassword;
        else if (isCut || authority.AsSpan(0, Math.Max(at, 0)).Contains('@')) _fault = PostgreSqlAddressFault.NotAnUrl;
        else ReadParts(at < 0 ? null : authority[..at], authority[(at + 1)..], behind);
    }

    private void ReadParts(string? user, string server, string behind)
    {
        int question = behind.IndexOf('?', StringComparison.Ordinal);
        string path = question < 0 ? behind : behind[..question];
        if (!string.IsNullOrEmpty(user)) _connection.Username = Decode(user);
        ReadServer(server);
        if (path.Length > 1) _connection.Database = Decode(path[1..]);
        if (_fault != PostgreSqlAddressFault.None) return;
        if (question >= 0) ReadParameters(behind[(question + 1)..]);
        if (_fault != PostgreSqlAddressFault.None) return;
        if (string.IsNullOrEmpty(_connection.Host)) _fault = PostgreSqlAddressFault.NoHost;
        else if (_connection.Host.Contains(',', StringComparison.Ordinal)) _fault = PostgreSqlAddressFault.SeveralHosts;
        else if (!IsHost(_connection.Host)) _fault = PostgreSqlAddressFault.NotAnUrl;
        else if (string.IsNullOrEmpty(_connection.Database)) _fault = PostgreSqlAddressFault.NoDatabase;
    }

    // An address of the sixth kind stands in brackets, since it has colons itself.
    private void ReadServer(string server)
    {
        int colon = server.StartsWith('[') ? server.IndexOf("]:", StringComparison.Ordinal) + 1 : server.IndexOf(':', StringComparison.Ordinal);
        bool hasPort = server.StartsWith('[') ? colon > 0 : colon >= 0;
        string host = Decode(hasPort ? server[..colon] : server);
        if (host.Contains(',', StringComparison.Ordinal)) _fault = PostgreSqlAddressFault.SeveralHosts;
        else if (hasPort && !TryPort(server[(colon + 1)..])) _fault = PostgreSqlAddressFault.Port;
        else if (host.Length > 0) _connection.Host = host.Trim('[', ']');
    }

    private bool TryPort(string text)
    {
        bool isPort = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= ushort.MaxValue;
        if (isPort) _connection.Port = port;
        return isPort;
    }

    private void ReadParameters(string query)
    {
        foreach (string part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int sign = part.IndexOf('=', StringComparison.Ordinal);
            string name = sign < 0 ? string.Empty : Decode(part[..sign]);
            string value = Decode(part[(sign + 1)..]);
            if (name is "password" or "sslpassword") _fault = PostgreSqlAddressFault.HasPassword;
            else if (_fault == PostgreSqlAddressFault.None && (value.Length == 0 || !_given.Add(name) || !TrySet(name, value))) _fault = PostgreSqlAddressFault.Parameter;
            if (_fault != PostgreSqlAddressFault.None) return;
        }
    }

    private bool TrySet(string name, string value) => name switch
    {
        "schema" => Done(_schema = value),
        "statement_timeout" => (_statementTimeout = DurationText.Read(value)) is not null,
        "connect_timeout" => TryTimeout(value),
        "sslmode" => TrySslMode(value),
        "sslrootcert" => Done(_connection.RootCertificate = value),
        "sslcert" => Done(_connection.SslCertificate = value),
        "sslkey" => Done(_connection.SslKey = value),
        "passfile" => Done(_connection.Passfile = value),
        "application_name" => Done(_connection.ApplicationName = value),
        "host" => string.IsNullOrEmpty(_connection.Host) && Done(_connection.Host = value),
        "port" => TryPort(value),
        "user" => string.IsNullOrEmpty(_connection.Username) && Done(_connection.Username = value),
        "dbname" => string.IsNullOrEmpty(_connection.Database) && Done(_connection.Database = value),
        _ => false,
    };

    private bool TryTimeout(string value)
    {
        bool isTime = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds <= 1024;
        if (isTime) _connection.Timeout = seconds;
        return isTime;
    }

    private bool TrySslMode(string value)
    {
        bool isMode = SslModes.TryGetValue(value, out SslMode mode);
        if (isMode) _connection.SslMode = mode;
        return isMode;
    }

    // A name that is written wrongly is empty, and the address a faulty one.
    private string Decode(string text)
    {
        string? decoded = UrlText.Decode(text);
        if (decoded is null) _fault = PostgreSqlAddressFault.NotAnUrl;
        return decoded ?? string.Empty;
    }

    // What else has a colon would be taken apart into a name and a port.
    private static bool IsHost(string host) => host.StartsWith('/') || !host.Contains(':', StringComparison.Ordinal) || IPAddress.TryParse(host, out _);

    private static bool Done(string? value) => value is not null;
}
