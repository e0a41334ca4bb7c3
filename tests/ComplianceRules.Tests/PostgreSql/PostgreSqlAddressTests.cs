using ComplianceRules.PostgreSql;
using Npgsql;

namespace ComplianceRules.Tests.PostgreSql;

public sealed class PostgreSqlAddressTests
{
    [Theory]
    [InlineData("postgresql://anna@db.example:6432/facts", "db.example:6432/facts", "db.example", 6432, "facts", "anna")]
    [InlineData("postgres://db.example/facts", "db.example/facts", "db.example", 5432, "facts", null)]
    [InlineData("POSTGRESQL://db.example/facts", "db.example/facts", "db.example", 5432, "facts", null)]
    [InlineData("postgresql://a%40b@h/%E4%BA%8B%E5%AE%9E%2F1", "h/事实/1", "h", 5432, "事实/1", "a@b")]
    [InlineData("postgresql://anna@/facts?host=/run/postgresql&port=5433", "/run/postgresql:5433/facts", "/run/postgresql", 5433, "facts", "anna")]
    [InlineData("postgresql://[::1]:6000/facts", "::1:6000/facts", "::1", 6000, "facts", null)]
    [InlineData("postgresql://?host=h&user=anna&dbname=facts", "h/facts", "h", 5432, "facts", "anna")]
    [InlineData("postgresql://h/a;Password=b", "h/a;Password=b", "h", 5432, "a;Password=b", null)]
    public void An_address_names_server_database_and_user(string url, string name, string host, int port, string database, string? user)
    {
        PostgreSqlAddress address = PostgreSqlAddress.Parse(url);
        NpgsqlConnectionStringBuilder connection = new(address.ConnectionString);
        Assert.Equal((name, host, port, database, user, null), (address.Name, connection.Host, connection.Port, connection.Database, connection.Username, connection.Password));
    }

    [Fact]
    public void Parameters_say_how_it_is_read()
    {
        PostgreSqlAddress address = PostgreSqlAddress.Parse("postgresql://h/d?schema=a%20b&statement_timeout=90s&connect_timeout=3&sslmode=verify-full&sslrootcert=/c.pem&passfile=/p&application_name=x");
        NpgsqlConnectionStringBuilder connection = new(address.ConnectionString);
        Assert.Equal(("a b", TimeSpan.FromSeconds(90)), (address.Schema, address.StatementTimeout));
        Assert.Equal((3, SslMode.VerifyFull, "/c.pem", "/p", "x"), (connection.Timeout, connection.SslMode, connection.RootCertificate, connection.Passfile, connection.ApplicationName));
    }

    [Theory]
    [InlineData("500", 500)]
    [InlineData("0", 0)]
    [InlineData("250ms", 250)]
    [InlineData("2min", 120_000)]
    [InlineData("1h", 3_600_000)]
    public void A_timeout_is_written_as_the_server_has_it(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), PostgreSqlAddress.Parse($"postgresql://h/d?statement_timeout={text}").StatementTimeout);

    [Theory]
    [InlineData("postgresql://anna:SECRET@h/d")]
    [InlineData("postgresql://anna:@h/d")]
    [InlineData("postgresql://anna:SEC@RET@h/d")]
    [InlineData("postgresql://anna:SEC/RET@h/d")]
    [InlineData("postgresql://anna:SEC?RET@h/d")]
    [InlineData("postgresql://anna:SEC#RET@h/d")]
    [InlineData("postgresql://h/d?password=SECRET")]
    [InlineData("postgresql://h/d?user=a&password=SECRET")]
    [InlineData("postgresql://h/d?pass%77ord=SECRET")]
    [InlineData("postgresql://h/d?sslpassword=SECRET")]
    public void A_password_is_refused_and_not_repeated(string url)
    {
        Assert.False(PostgreSqlAddress.TryParse(url, out PostgreSqlAddress? address, out PostgreSqlAddressFault fault));
        Assert.Equal((null, PostgreSqlAddressFault.HasPassword), (address, fault));
        Assert.DoesNotContain("SEC", Assert.Throws<FormatException>(() => PostgreSqlAddress.Parse(url)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", PostgreSqlAddressFault.NotAnUrl)]
    [InlineData("h/d", PostgreSqlAddressFault.NotAnUrl)]
    [InlineData("mysql://h/d", PostgreSqlAddressFault.NotAnUrl)]
    [InlineData("postgresql://a@b@h/d", PostgreSqlAddressFault.NotAnUrl)]
    [InlineData("postgresql://h/d@e", PostgreSqlAddressFault.NotAnUrl)]
    [InlineData("postgresql://h/d%", PostgreSqlAddressFault.NotAnUrl)]
    [InlineData("postgresql://h/%FF", PostgreSqlAddressFault.NotAnUrl)]
    [InlineData("postgresql://h/a%00b", PostgreSqlAddressFault.NotAnUrl)]
    [InlineData("postgresql://h%3A1/d", PostgreSqlAddressFault.NotAnUrl)]
    [InlineData("postgresql://", PostgreSqlAddressFault.NoHost)]
    [InlineData("postgresql:///d", PostgreSqlAddressFault.NoHost)]
    [InlineData("postgresql://anna@/d", PostgreSqlAddressFault.NoHost)]
    [InlineData("postgresql://h1,h2/d", PostgreSqlAddressFault.SeveralHosts)]
    [InlineData("postgresql://h1:1,h2:2/d", PostgreSqlAddressFault.Port)]
    [InlineData("postgresql:///d?host=h1,h2", PostgreSqlAddressFault.SeveralHosts)]
    [InlineData("postgresql://h:0/d", PostgreSqlAddressFault.Port)]
    [InlineData("postgresql://h:65536/d", PostgreSqlAddressFault.Port)]
    [InlineData("postgresql://h:/d", PostgreSqlAddressFault.Port)]
    [InlineData("postgresql://h:5x/d", PostgreSqlAddressFault.Port)]
    [InlineData("postgresql://h", PostgreSqlAddressFault.NoDatabase)]
    [InlineData("postgresql://h/", PostgreSqlAddressFault.NoDatabase)]
    [InlineData("postgresql://h/d?service=x", PostgreSqlAddressFault.Parameter)]
    [InlineData("postgresql://h/d?schema", PostgreSqlAddressFault.Parameter)]
    [InlineData("postgresql://h/d?schema=", PostgreSqlAddressFault.Parameter)]
    [InlineData("postgresql://h/d?schema=a&schema=b", PostgreSqlAddressFault.Parameter)]
    [InlineData("postgresql://h/d?host=g", PostgreSqlAddressFault.Parameter)]
    [InlineData("postgresql://h/d?sslmode=on", PostgreSqlAddressFault.Parameter)]
    [InlineData("postgresql://h/d?statement_timeout=soon", PostgreSqlAddressFault.Parameter)]
    [InlineData("postgresql://h/d?statement_timeout=-1", PostgreSqlAddressFault.Parameter)]
    [InlineData("postgresql://h/d?statement_timeout=9999999h", PostgreSqlAddressFault.Parameter)]
    [InlineData("postgresql://h/d?connect_timeout=1025", PostgreSqlAddressFault.Parameter)]
    [InlineData("postgresql://h/d?port=x", PostgreSqlAddressFault.Parameter)]
    public void What_is_no_address_says_why(string url, PostgreSqlAddressFault expected)
    {
        Assert.False(PostgreSqlAddress.TryParse(url, out _, out PostgreSqlAddressFault fault));
        Assert.Equal(expected, fault);
    }
}
