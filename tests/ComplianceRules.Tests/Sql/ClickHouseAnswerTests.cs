using System.Net;
using System.Net.Sockets;
using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using ComplianceRules.Sql.ClickHouse;

namespace ComplianceRules.Tests.Sql;

/// <summary>Answers that a server of ClickHouse gives in trouble, given by one that says just that.</summary>
public sealed class ClickHouseAnswerTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _asked = [];

    public ClickHouseAnswerTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Rows_are_read_with_their_types_and_whatever_stands_in_a_text()
    {
        Answers("0\n", "a\tb\tc\td\te\tf\nNullable(Int64)\tUInt64\tFloat64\tString\tDecimal(9, 2)\tLowCardinality(Nullable(FixedString(4)))\n-7\t18446744073709551615\tnan\tx\\ty\\n\\\\\\'\\0\\N中\t12.50\tab\\0\\0\n\\N\t1\t-inf\t\\\\N\t0.00\t\\N\n");
        await using ClickHouseConnection connection = new(Address);
        await connection.OpenAsync();
        await using System.Data.Common.DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT 1";
        await using System.Data.Common.DbDataReader reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        Assert.Equal([-7L, ulong.MaxValue, double.NaN, "x\ty\n\\'\0N中", 12.50m, "ab"], Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue));
        Assert.True(await reader.ReadAsync());
        Assert.Equal([DBNull.Value, 1L, double.NegativeInfinity, "\\N", 0.00m, DBNull.Value], Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue));
        Assert.Throws<InvalidCastException>(() => reader.GetInt64(0));
        Assert.False(await reader.ReadAsync());
    }

    [Theory]
    [InlineData("table\tname\ttype\nString\tString\tString\nschool\tid\tStr", null)]
    [InlineData("table\tname\ttype\nString\tString\tString\nschool\tid\n", null)]
    [InlineData("table\tname\ttype\nString\tString\tString\nschool\tid\tString\n", 500)]
    [InlineData("table\tname\ttype\nString\tString", null)]
    public async Task An_answer_that_is_cut_off_gives_no_counts(string text, int? promised)
    {
        Answers("0\n", text, promised);
        await Assert.ThrowsAsync<ClickHouseException>(() => Plan.CountAsync(Address));
    }

    [Fact]
    public async Task What_the_server_says_is_told_with_its_number()
    {
        Answers("0\n", "Code: 241, e.displayText() = DB::Exception: Memory limit exceeded\n", status: "500 Internal Server Error");
        ClickHouseException told = await Assert.ThrowsAsync<ClickHouseException>(() => Plan.CountAsync(Address));
        Assert.Equal(241, told.Code);
        Assert.Contains("Memory limit", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_redirection_is_followed_and_statements_only_read()
    {
        Answers("0\n", string.Empty, status: "302 Found\r\nLocation: http://127.0.0.1:9/");
        await Assert.ThrowsAsync<ClickHouseException>(() => Plan.CountAsync(Address, new SqlOptions { StatementTimeout = TimeSpan.FromSeconds(7) }));
        Assert.Contains("&readonly=2", _asked[1], StringComparison.Ordinal);
        Assert.Contains("&max_execution_time=7", _asked[1], StringComparison.Ordinal);
        Assert.Contains("&wait_end_of_query=1", _asked[1], StringComparison.Ordinal);
        Assert.Contains("X-ClickHouse-User: anna", _asked[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        ClickHouseAddress address = Address;
        _listener.Stop();
        ClickHouseException told = await Assert.ThrowsAsync<ClickHouseException>(() => Plan.CountAsync(address));
        Assert.Contains("cannot be reached", told.Message, StringComparison.Ordinal);
    }

    private ClickHouseAddress Address => ClickHouseAddress.Parse($"http://anna@127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/facts");

    private static SqlPlan Plan => SqlPlan.For(PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value, new DateOnly(2026, 9, 1), SqlDialect.ClickHouse);

    // One answer whether statements only read, and one to the statement.
    private void Answers(string mode, string rows, int? promised = null, string status = "200 OK") => _ = Task.Run(async () =>
    {
        await AnswerAsync("200 OK", mode, mode.Length);
        await AnswerAsync(status, rows, promised ?? Encoding.UTF8.GetByteCount(rows));
    });

    private async Task AnswerAsync(string status, string body, int length)
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        await using NetworkStream stream = client.GetStream();
        byte[] room = new byte[64 * 1024];
        StringBuilder asked = new();
        while (!IsWhole(asked.ToString())) asked.Append(Encoding.UTF8.GetString(room, 0, await stream.ReadAsync(room)));
        _asked.Add(asked.ToString());
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"));
    }

    private static bool IsWhole(string request)
    {
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        const string Length = "Content-Length: ";
        int at = request.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        if (end < 0 || at < 0) return false;
        int most = int.Parse(request[(at + Length.Length)..request.IndexOf("\r\n", at, StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
        return request.Length - end - 4 >= most;
    }
}
