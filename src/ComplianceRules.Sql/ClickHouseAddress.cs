using System.Diagnostics.CodeAnalysis;

namespace ComplianceRules.Sql;

/// <summary>Where a database of ClickHouse is: <c>http://user@host:8123/database</c>, or <c>https</c>.</summary>
/// <remarks>
/// Immutable. It never holds a password: that comes from <c>CLICKHOUSE_PASSWORD</c> in the environment when the server is asked, and goes in a header. Names are written as in every URL, so that
/// <c>%40</c> is <c>@</c>. Without a port it is 8123, with <c>https</c> 8443; a user that is not named is <c>default</c>.
/// </remarks>
public sealed class ClickHouseAddress
{
    private const int Port = 8123;
    private const int SecurePort = 8443;

    private ClickHouseAddress(Uri server, string user, string database) => (Server, User, Database) = (server, user, database);

    /// <summary>The server: scheme, host and port.</summary>
    public Uri Server { get; }

    /// <summary>Who asks.</summary>
    public string User { get; }

    /// <summary>The database.</summary>
    public string Database { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="url">The address.</param>
    /// <exception cref="FormatException">It is none; the message says why and repeats nothing of it.</exception>
    public static ClickHouseAddress Parse(string url) =>
        TryParse(url, out ClickHouseAddress? address, out ClickHouseAddressFault fault) ? address : throw new FormatException($"the address of the database cannot be used: {Reason(fault)}");

    /// <summary>Reads an address.</summary>
    /// <param name="url">The address.</param>
    /// <param name="address">The address; null where it is none.</param>
    /// <param name="fault">Why it is none.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string url, [NotNullWhen(true)] out ClickHouseAddress? address, out ClickHouseAddressFault fault)
    {
        ArgumentNullException.ThrowIfNull(url);
        address = null;
        bool isHttp = url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!isHttp || !Uri.TryCreate(url, UriKind.Absolute, out Uri? read) || read.Host.Length == 0)
        {
            fault = ClickHouseAddressFault.Form;
            return false;
        }

        string path = read.AbsolutePath.Trim('/');
        fault = read.UserInfo.Contains(':', StringComparison.Ordinal) ? ClickHouseAddressFault.HasPassword
            : read.Query.Length > 0 || read.Fragment.Length > 0 ? ClickHouseAddressFault.Parameter
            : path.Length == 0 || path.Contains('/', StringComparison.Ordinal) ? ClickHouseAddressFault.NoDatabase
            : ClickHouseAddressFault.None;
        if (fault != ClickHouseAddressFault.None) return false;
        bool hasPort = !read.IsDefaultPort || Authority(url).EndsWith($":{read.Port}", StringComparison.Ordinal);
        int port = hasPort ? read.Port : read.Scheme == Uri.UriSchemeHttps ? SecurePort : Port;
        string user = Uri.UnescapeDataString(read.UserInfo);
        address = new ClickHouseAddress(new UriBuilder(read.Scheme, read.Host, port).Uri, user.Length == 0 ? "default" : user, Uri.UnescapeDataString(path));
        return true;
    }

    /// <summary>The server and the database, in which no secret is.</summary>
    public override string ToString() => $"{Server.Authority}/{Database}";

    private static string Authority(string url)
    {
        int from = url.IndexOf("://", StringComparison.Ordinal) + 3;
        int end = url.IndexOf('/', from);
        return end < 0 ? url[from..] : url[from..end];
    }

    private static string Reason(ClickHouseAddressFault fault) => fault switch
    {
        ClickHouseAddressFault.HasPassword => "it holds a password, which belongs in CLICKHOUSE_PASSWORD",
        ClickHouseAddressFault.NoDatabase => "it names no database",
        ClickHouseAddressFault.Parameter => "it has parameters, of which none are known",
        _ => "it is no URL that begins with http:// or https://",
    };
}
