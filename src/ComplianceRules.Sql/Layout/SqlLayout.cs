using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Layout;

/// <summary>Where the tables of a schema stand in a database.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Schema">The tables and fields.</param>
/// <param name="Tables">The tables that the database has, by table of the schema.</param>
internal sealed record SqlLayout(FactSchema Schema, ImmutableDictionary<string, SqlTable> Tables)
{
    /// <summary>Where the rows of a table stand; null where the database does not have them.</summary>
    /// <param name="table">The table of the schema.</param>
    public SqlTable? Of(string table) => Tables.GetValueOrDefault(table);

    /// <summary>The layout of a database that has every table and field under the names of the format itself, each column of the type that its field asks for.</summary>
    /// <param name="schema">The tables and fields.</param>
    /// <param name="types">What a column of a field is; a key has no field.</param>
    public static SqlLayout Named(FactSchema schema, Func<FieldSchema?, SqlCellType> types)
    {
        IEnumerable<SqlTable> tables = schema.Tables.Values.Where(t => t.Name != BaseTables.Region && t.Name != BaseTables.YearGroup && IsBelowSchool(schema, t.Name)).Select(t => Named(schema, t, types));
        return new SqlLayout(schema, tables.ToImmutableDictionary(t => t.Schema.Name, StringComparer.Ordinal));
    }

    /// <summary>Whether rows of a table are schools, or lie below them.</summary>
    /// <param name="schema">The tables.</param>
    /// <param name="table">The table's name.</param>
    public static bool IsBelowSchool(FactSchema schema, string table) => schema.SelfAndAncestors(table).Any(t => t.Name == BaseTables.School);

    /// <summary>The tables whose ids tell a row: the table itself and those above it up to one whose ids stand for themselves, the outermost first.</summary>
    /// <param name="schema">The tables.</param>
    /// <param name="table">The table's name.</param>
    public static ImmutableArray<TableSchema> KeyTables(FactSchema schema, string table)
    {
        List<TableSchema> path = [];
        foreach (TableSchema at in schema.SelfAndAncestors(table))
        {
            path.Insert(0, at);
            if (at.HasGlobalIds) break;
        }

        return [.. path];
    }

    private static SqlTable Named(FactSchema schema, TableSchema table, Func<FieldSchema?, SqlCellType> types)
    {
        ImmutableArray<TableSchema> keys = KeyTables(schema, table.Name);
        return new SqlTable(table, [table.Name], [.. keys.Select(k => new SqlColumn(k.Name == table.Name ? "id" : k.Name, types(null)))])
        {
            Fields = table.Fields.Values.ToImmutableDictionary(f => f.Name, f => new SqlField(f, new SqlColumn(f.Name, types(f)), new CellReader(f, CellWords.Default)), StringComparer.Ordinal),
            Region = table.Name == BaseTables.School ? new SqlColumn(BaseTables.Region, types(null)) : null,
        };
    }
}
