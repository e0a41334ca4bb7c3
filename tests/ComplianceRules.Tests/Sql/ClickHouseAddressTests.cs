using ComplianceRules.Sql;

namespace ComplianceRules.Tests.Sql;

public sealed class ClickHouseAddressTests
{
    [Theory]
    [InlineData("http://anna@ch.example:9123/facts", "http://ch.example:9123/", "anna", "facts", "ch.example:9123/facts")]
    [InlineData("http://ch.example/facts", "http://ch.example:8123/", "default", "facts", "ch.example:8123/facts")]
    [InlineData("https://ch.example/facts/", "https://ch.example:8443/", "default", "facts", "ch.example:8443/facts")]
    [InlineData("http://ch.example:80/facts", "http://ch.example:80/", "default", "facts", "ch.example/facts")]
    [InlineData("HTTPS://a%40b@[::1]:9000/%E4%BA%8B%E5%AE%9E%2F1", "https://[::1]:9000/", "a@b", "事实/1", "[::1]:9000/事实/1")]
    public void An_address_names_server_database_and_user(string url, string server, string user, string database, string name)
    {
        ClickHouseAddress address = ClickHouseAddress.Parse(url);
        Assert.Equal((new Uri(server), user, database, name), (address.Server, address.User, address.Database, address.ToString()));
    }

    [Theory]
    [InlineData("http://anna:SECRET@h/d")]
    [InlineData("http://anna:@h/d")]
    [InlineData("https://anna:SEC%40RET@h/d?x=y")]
    public void A_password_is_refused_and_not_repeated(string url)
    {
        Assert.False(ClickHouseAddress.TryParse(url, out ClickHouseAddress? address, out ClickHouseAddressFault fault));
        Assert.Equal((null, ClickHouseAddressFault.HasPassword), (address, fault));
        string told = Assert.Throws<FormatException>(() => ClickHouseAddress.Parse(url)).ToString();
        Assert.DoesNotContain("SEC", told, StringComparison.Ordinal);
        Assert.Contains("CLICKHOUSE_PASSWORD", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ClickHouseAddressFault.Form)]
    [InlineData("ch.example/facts", ClickHouseAddressFault.Form)]
    [InlineData("postgresql://h/d", ClickHouseAddressFault.Form)]
    [InlineData("http://", ClickHouseAddressFault.Form)]
    [InlineData("http://h:99999/d", ClickHouseAddressFault.Form)]
    [InlineData("http://anna:SEC/RET@h/d", ClickHouseAddressFault.Form)]
    [InlineData("http://h", ClickHouseAddressFault.NoDatabase)]
    [InlineData("http://h/", ClickHouseAddressFault.NoDatabase)]
    [InlineData("http://h/a/b", ClickHouseAddressFault.NoDatabase)]
    [InlineData("http://h/d?password=SECRET", ClickHouseAddressFault.Parameter)]
    [InlineData("http://h/d?readonly=0", ClickHouseAddressFault.Parameter)]
    [InlineData("http://h/d#x", ClickHouseAddressFault.Parameter)]
    public void What_is_no_address_is_told_without_repeating_it(string url, ClickHouseAddressFault expected)
    {
        Assert.False(ClickHouseAddress.TryParse(url, out _, out ClickHouseAddressFault fault));
        Assert.Equal(expected, fault);
        Assert.DoesNotContain("SEC", Assert.Throws<FormatException>(() => ClickHouseAddress.Parse(url)).ToString(), StringComparison.Ordinal);
    }
}
