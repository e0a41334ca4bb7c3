using System.Data.Common;
using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using ComplianceRules.Tests.Engine;
using Microsoft.Data.Sqlite;
using Newtonsoft.Json.Linq;

namespace ComplianceRules.Tests.Sql;

/// <summary>A made snapshot as the tables of a database in memory, its cells stored now one way and now another.</summary>
internal sealed class MadeDatabase : IDisposable
{
    private readonly FactSchema _schema;
    private readonly Dice? _dice;
    private readonly Dictionary<string, List<string>> _columns = new(StringComparer.Ordinal);
    private readonly List<DbCommand> _commands = [];

    private MadeDatabase(FactSchema schema, Dice? dice)
    {
        (_schema, _dice) = (schema, dice);
        Connection.Open();
    }

    public SqliteConnection Connection { get; } = new("Data Source=:memory:");

    /// <summary>The columns as the database has them.</summary>
    public IEnumerable<SqlStoredColumn> Columns => _columns.SelectMany(t => t.Value.Select(c => new SqlStoredColumn(t.Key, c, SqlCellType.Dynamic)));

    /// <summary>Fills tables from a snapshot's JSON.</summary>
    /// <param name="schema">The tables and fields.</param>
    /// <param name="json">The snapshot.</param>
    /// <param name="dice">How cells are stored; null for the plain way.</param>
    public static MadeDatabase Of(FactSchema schema, string json, Dice? dice = null)
    {
        MadeDatabase database = new(schema, dice);
        database.Fill(JObject.Parse(json));
        return database;
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
    }

    private DbDataReader Ask(string text, params (string Name, object Value)[] parameters)
    {
        SqliteCommand command = Connection.CreateCommand();
        _commands.Add(command);
        command.CommandText = text;
        foreach ((string name, object value) in parameters) command.Parameters.AddWithValue($"@{name}", value);
        return command.ExecuteReader();
    }

    private void Fill(JObject snapshot)
    {
        Make("snapshot", ["date", "covers"]);
        Put("snapshot", [snapshot["date"]!.ToString(), string.Join('、', snapshot["covers"]!.Select(c => c.ToString()))]);
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
    }

    private void Make(string table, List<string> columns)
    {
        _columns[table] = columns;
        Run($"CREATE TABLE \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})");
    }

    private void Row(TableSchema table, JObject row, Dictionary<string, string> above)
    {
        Dictionary<string, string> keys = new(above, StringComparer.Ordinal) { [table.Name] = (row["id"] ?? row["code"])!.ToString() };
        Put(table.Name, [.. _columns[table.Name].Select(c => Cell(table, c, row, keys))]);
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
            return list.Parent == table.Name && row[column] is JArray { Count: 0 } ? 1L : null;
        return table.Fields.TryGetValue(column, out FieldSchema? field) && row[column] is { } value ? Stored(field, value) : null;
    }

    private object? Stored(FieldSchema field, JToken value)
    {
        object? plain = Plain(field, value);
        if (_dice is null || !_dice.OneIn(40) || plain is null) return plain;
        return plain switch
        {
            long number => _dice.Of<object>((double)number, number.ToString(CultureInfo.InvariantCulture), $" {number} ", number + 1e-13, "无"),
            double number => _dice.Of<object>(number.ToString("R", CultureInfo.InvariantCulture), number + (number * 2e-16), double.PositiveInfinity, 1 / 3.0, "?"),
            string text => _dice.Of<object>($" {text}", $"{text}\u3000", string.Empty, new byte[] { 1, 2 }, 7L, text),
            _ => plain,
        };
    }

    private static object? Plain(FieldSchema field, JToken value) => value.Type switch
    {
        JTokenType.Boolean => value.Value<bool>() ? 1L : 0L,
        JTokenType.Integer => field.Step is null ? value.Value<double>() : value.Value<long>(),
        JTokenType.Float => double.Parse(value.ToString(Newtonsoft.Json.Formatting.None), CultureInfo.InvariantCulture),
        JTokenType.Array => value.Any() ? string.Join('、', value.Select(v => v.ToString())) : null,
        _ => value.ToString(),
    };

    private void Put(string table, List<object?> cells)
    {
        using SqliteCommand command = Connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", cells.Select((_, i) => $"@c{i}"))})";
        for (int i = 0; i < cells.Count; i++) command.Parameters.AddWithValue($"@c{i}", cells[i] ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private void Run(string text)
    {
        using SqliteCommand command = Connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
