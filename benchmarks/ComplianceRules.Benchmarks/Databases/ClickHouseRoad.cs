using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Sql;

namespace ComplianceRules.Benchmarks;

/// <summary>ClickHouse over HTTP, one server or several shards that are each asked for themselves.</summary>
/// <param name="servers">The addresses.</param>
internal sealed class ClickHouseRoad(IReadOnlyList<string> servers) : DatabaseRoad
{
    private const string Decimals = "Nullable(Float64)";

    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };

    public override string Name => servers.Count == 1 ? "ClickHouse" : $"ClickHouse, {servers.Count} shards";

    public override SqlDialect Dialect => SqlDialect.ClickHouse;

    public override int Nodes => servers.Count;

    public override async Task LoadAsync(FactSchema schema, int node, string files)
    {
        foreach ((string table, string file) in Tables(files))
        {
            string order = table switch { "school" => "id", "class" => "(school, id)", _ => "tuple()" };
            (string Name, FieldSchema? Field)[] columns = [.. Columns(schema, table, file)];
            string types = string.Join(", ", columns.Select(c => $"{c.Name} {TypeOf(c.Name, c.Field)}"));
            foreach (string made in (string[])[table, $"{table}_read"])
            {
                await PostAsync(node, $"DROP TABLE IF EXISTS {made}", new ByteArrayContent([]));
                await PostAsync(node, $"CREATE TABLE {made} ({types}) ENGINE = MergeTree ORDER BY {order}", new ByteArrayContent([]));
            }

            await using (Stream rows = WithNulls(file)) await PostAsync(node, $"INSERT INTO {table}_read FORMAT CSVWithNames", new StreamContent(rows));

            // Old servers read `0.29` as a double beside the nearest one, which would send its school to be judged in process.
            string cells = string.Join(", ", columns.Select(c => TypeOf(c.Name, c.Field) == Decimals ? $"round({c.Name} * 10000) / 10000" : c.Name));
            await PostAsync(node, $"INSERT INTO {table} SELECT {cells} FROM {table}_read", new ByteArrayContent([]));
            await PostAsync(node, $"DROP TABLE {table}_read", new ByteArrayContent([]));
        }
    }

    public override Task<Checked<SqlCounts>> CountAsync(SqlPlan plan, SqlOptions options) => plan.CountAsync(servers.Select(ClickHouseAddress.Parse), options);

    public override Task<Checked<SqlCounts>> FindAsync(SqlPlan plan, SqlOptions options, Func<SqlFinding, ValueTask> take) => plan.FindAsync(servers.Select(ClickHouseAddress.Parse), take, options);

    public override ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string TypeOf(string name, FieldSchema? field) => name is "id" or "school" ? "String" : field?.Type == FieldType.Number ? field.Step is 1 ? "Nullable(Int64)" : Decimals : "Nullable(String)";

    // An empty cell is 0 to old servers.
    private static FileStream WithNulls(string file)
    {
        string told = $"{file}.nulls";
        File.WriteAllLines(told, File.ReadLines(file).Select(line => string.Join(',', line.Split(',').Select(cell => cell.Length == 0 ? "\\N" : cell))));
        return File.OpenRead(told);
    }

    private async Task PostAsync(int node, string query, HttpContent content)
    {
        Uri server = new(servers[node]);
        Uri asked = new($"{server.Scheme}://{server.Authority}/?database={server.AbsolutePath.Trim('/')}&query={Uri.EscapeDataString(query)}");
        using HttpResponseMessage answer = await _http.PostAsync(asked, content);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()));
    }
}
