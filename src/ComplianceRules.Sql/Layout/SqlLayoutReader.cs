using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Layout;

/// <summary>Finds the tables of a schema among those that a database has.</summary>
/// <param name="schema">The tables and fields.</param>
/// <param name="columns">The columns of the database.</param>
internal sealed class SqlLayoutReader(FactSchema schema, IEnumerable<SqlStoredColumn> columns)
{
    private const string Id = "id";
    private const string Packs = "packs";

    private readonly Dictionary<string, Dictionary<string, SqlColumn>> _tables = columns.GroupBy(c => c.Table, StringComparer.Ordinal)
        .ToDictionary(t => t.Key, t => t.DistinctBy(c => c.Name, StringComparer.Ordinal).ToDictionary(c => c.Name, c => new SqlColumn(c.Name, c.Type), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The layout where tables and columns have the names of the format itself.</summary>
    public SqlLayout Named()
    {
        IEnumerable<SqlTable> tables = schema.Tables.Values.Where(t => _tables.ContainsKey(t.Name) && t.Name != BaseTables.Region).Select(Named).OfType<SqlTable>();
        return new SqlLayout(schema, tables.ToImmutableDictionary(t => t.Schema.Name, StringComparer.Ordinal));
    }

    private SqlTable? Named(TableSchema table)
    {
        Dictionary<string, SqlColumn> stored = _tables[table.Name];
        ImmutableArray<SqlColumn?> keys = [.. SqlLayout.KeyTables(schema, table.Name).Select(k => k.Name == table.Name ? IdOf(table, stored) : stored.GetValueOrDefault(k.Name))];
        if (keys.Any(k => k is null)) return null;
        HashSet<string> taken = [Id, .. schema.SelfAndAncestors(table.Name).Skip(1).Select(a => a.Name)];
        return new SqlTable(table, [table.Name], [.. keys.OfType<SqlColumn>()])
        {
            Fields = table.Fields.Values.Where(f => !taken.Contains(f.Name) && stored.ContainsKey(f.Name))
                .ToImmutableDictionary(f => f.Name, f => new SqlField(f, stored[f.Name], new CellReader(f, CellWords.Default)), StringComparer.Ordinal),
            Lists = schema.Lists(table.Name).Where(l => !taken.Contains(l.Children) && !table.Fields.ContainsKey(l.Children) && stored.ContainsKey(l.Children) && _tables.ContainsKey(l.Name))
                .ToImmutableDictionary(l => l.Children, l => ListField(l.Children, stored[l.Children]), StringComparer.Ordinal),
            Region = table.Name == BaseTables.School ? stored.GetValueOrDefault(BaseTables.Region) : null,
            Packs = table.Name == BaseTables.School && !table.Fields.ContainsKey(Packs) ? stored.GetValueOrDefault(Packs) : null,
        };
    }

    private static SqlField ListField(string list, SqlColumn column)
    {
        FieldSchema says = new(list, FieldType.Bool);
        return new SqlField(says, column, new CellReader(says, CellWords.Default));
    }

    private static SqlColumn? IdOf(TableSchema table, Dictionary<string, SqlColumn> stored) =>
        stored.GetValueOrDefault(Id) ?? (table.Name == BaseTables.YearGroup ? stored.GetValueOrDefault(StageFacts.Grade) : null);
}
