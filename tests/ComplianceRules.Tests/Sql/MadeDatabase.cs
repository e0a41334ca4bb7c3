using System.Collections.Immutable;
using System.Data.Common;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using ComplianceRules.Sql.Layout;
using Newtonsoft.Json.Linq;

namespace ComplianceRules.Tests.Sql;

/// <summary>A made snapshot as the tables of a database.</summary>
internal sealed class MadeDatabase : IDisposable
{
    private readonly FactSchema _schema;
    private readonly MadeCells _cells;
    private readonly Dictionary<string, List<string>> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<List<object?>>> _rows = new(StringComparer.Ordinal);
    private readonly List<DbCommand> _commands = [];

    private MadeDatabase(FactSchema schema, DbConnection connection, MadeCells cells) => (_schema, Connection, _cells) = (schema, connection, cells);

    public DbConnection Connection { get; }

    /// <summary>The nodes that have the same rows, shared out; empty where there is one database alone.</summary>
    public ImmutableArray<DbConnection> Nodes { get; private set; } = [];

    /// <summary>How the database wants to be asked.</summary>
    public SqlDialect Dialect => _cells.Dialect;

    /// <summary>The columns as the database has them.</summary>
    public IEnumerable<SqlStoredColumn> Columns
    {
        get
        {
            using DbDataReader reader = Ask(Dialect.Columns);
            while (reader.Read()) yield return new SqlStoredColumn(reader.GetString(0), reader.GetString(1), Dialect.TypeOf(reader.GetString(2)));
        }
    }

    /// <summary>Fills tables from a snapshot's JSON.</summary>
    /// <param name="schema">The tables and fields.</param>
    /// <param name="json">The snapshot.</param>
    /// <param name="connection">The database, open; it is closed with the tables.</param>
    /// <param name="cells">How cells are stored.</param>
    public static MadeDatabase Of(FactSchema schema, string json, DbConnection connection, MadeCells cells)
    {
        MadeDatabase database = new(schema, connection, cells);
        database.Fill(JObject.Parse(json));
        return database;
    }

    /// <summary>Says which nodes have the rows; they are closed with the tables.</summary>
    /// <param name="nodes">The nodes, open.</param>
    public MadeDatabase SharedOutOver(ImmutableArray<DbConnection> nodes)
    {
        Nodes = nodes;
        return this;
    }

    /// <summary>The snapshot as it is read in process from the tables.</summary>
    public Snapshot Read()
    {
        IEnumerable<DataReaderTable> tables = _columns.Keys.Select(t => new DataReaderTable(t, () => Ask($"SELECT * FROM \"{t}\"")));
        return new DataReaderSnapshotSource("made.db", tables).Read(_schema, new SnapshotOptions(), CancellationToken.None).Value;
    }

    public DbDataReader Ask(SqlStatement statement) => Ask(statement.Text, [.. statement.Parameters.Select(p => (p.Name, p.Value))]);

    public void Dispose()
    {
        _commands.ForEach(c => c.Dispose());
        Connection.Dispose();
        foreach (DbConnection node in Nodes) node.Dispose();
    }

    private DbDataReader Ask(string text, params (string Name, object Value)[] parameters)
    {
        DbCommand command = Made(text, [.. parameters]);
        _commands.Add(command);
        return command.ExecuteReader();
    }

    private void Fill(JObject snapshot)
    {
        Make("snapshot", ["date", "covers"]);
        Keep("snapshot", [snapshot["date"]!.ToString(), string.Join('、', snapshot["covers"]!.Select(c => c.ToString()))]);
        bool hasGroups = snapshot["schools"]!.Any(s => s["year_groups"] is not null);
        foreach (TableSchema table in _schema.Tables.Values.Where(t => t.Name != BaseTables.YearGroup || hasGroups))
        {
            string[] keys = table.Name == BaseTables.Region ? ["code"] : [.. SqlLayout.KeyTables(_schema, table.Name).Select(k => k.Name == table.Name ? "id" : k.Name)];
            string[] parent = table.Name == BaseTables.School || (table.Parent == BaseTables.Region && table.Name != BaseTables.Region && !keys.Contains("region")) ? ["region"] : [];
            string[] lists = table.Name == BaseTables.Region ? [] : [.. _schema.Lists(table.Name).Select(l => l.Children)];
            string[] packs = table.Name == BaseTables.School ? ["packs"] : [];
            Make(table.Name, [.. keys, .. parent, .. packs, .. table.Fields.Keys.Except(keys), .. lists]);
        }

        foreach (JToken region in snapshot["regions"]!) Row(_schema.Tables[BaseTables.Region], (JObject)region, []);
        foreach (JToken school in snapshot["schools"]!) Row(_schema.Tables[BaseTables.School], (JObject)school, []);
        foreach ((string table, List<List<object?>> rows) in _rows)
        {
            if (_cells.Inserted(table, rows) is { } stored) Run(stored);
            else rows.ForEach(r => Put(table, r));
        }
    }

    private void Make(string table, List<string> columns)
    {
        _columns[table] = columns;
        foreach (string made in _cells.Made(table, [.. columns.Select(c => (c, _cells.TypeOf(table, c, _schema.Table(table)?.Fields.GetValueOrDefault(c))))])) Run(made);
    }

    private void Row(TableSchema table, JObject row, Dictionary<string, string> above)
    {
        Dictionary<string, string> keys = new(above, StringComparer.Ordinal) { [table.Name] = (row["id"] ?? row["code"])!.ToString() };
        Keep(table.Name, [.. _columns[table.Name].Select(c => Cell(table, c, row, keys))]);
        foreach (TableSchema list in _schema.Tables.Values.Where(t => t.Parent == table.Name && t.Name != table.Name))
        {
            foreach (JToken item in row[list.Children] ?? new JArray()) Row(list, (JObject)item, keys);
        }
    }

    private object? Cell(TableSchema table, string column, JObject row, Dictionary<string, string> keys)
    {
        if (column is "id" or "code") return keys[table.Name];
        if (table.Name == BaseTables.School && column == "region") return row["region"]?.ToString();
        if (table.Name == BaseTables.School && column == "packs") return row["packs"] is JArray named ? string.Join('、', named.Select(n => n.ToString())) : null;
        if (keys.TryGetValue(column, out string? key)) return key;
        // An empty list is told by a column, for there is no row.
        if (_schema.List(table.Name, column) is { } list && !table.Fields.ContainsKey(column))
            return list.Parent == table.Name && row[column] is JArray { Count: 0 } ? _cells.Whole : null;
        return table.Fields.TryGetValue(column, out FieldSchema? field) && row[column] is { } value ? _cells.Stored(table.Name, field, value) : null;
    }

    private void Keep(string table, List<object?> cells)
    {
        if (!_rows.TryGetValue(table, out List<List<object?>>? rows)) _rows[table] = rows = [];
        rows.Add(cells);
    }

    private void Put(string table, List<object?> cells)
    {
        using DbCommand command = Made($"INSERT INTO \"{table}\" VALUES ({string.Join(", ", cells.Select((_, i) => _cells.Marked($"c{i}")))})", [.. cells.Select((c, i) => ($"c{i}", c ?? DBNull.Value))]);
        command.ExecuteNonQuery();
    }

    private void Run(string text)
    {
        using DbCommand command = Made(text, []);
        command.ExecuteNonQuery();
    }

    private DbCommand Made(string text, IEnumerable<(string Name, object Value)> parameters)
    {
        DbCommand command = Connection.CreateCommand();
        command.CommandText = text;
        foreach ((string name, object value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
