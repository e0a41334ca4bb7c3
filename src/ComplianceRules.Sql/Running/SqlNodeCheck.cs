using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Running;

/// <summary>Asks whether several nodes can be judged as one database: they have the same columns, each school stands on one of them, and what is no school's on one alone.</summary>
/// <param name="dialect">How the databases want to be asked.</param>
/// <param name="schema">The tables.</param>
/// <param name="mapping">How foreign columns become facts; null where the tables have the columns of the format itself.</param>
internal sealed class SqlNodeCheck(SqlDialect dialect, FactSchema schema, SnapshotMapping? mapping)
{
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>What keeps them from it; empty for one node.</summary>
    public ImmutableArray<Diagnostic> Found => _found.ToImmutable();

    /// <summary>What the nodes have.</summary>
    /// <param name="nodes">The nodes.</param>
    public async Task<SqlStored> StoredAsync(SqlNodes nodes)
    {
        List<ImmutableArray<SqlStoredColumn>> all = [];
        foreach (SqlSession session in nodes.Sessions) all.Add(await ColumnsAsync(session).ConfigureAwait(false));
        IEnumerable<IGrouping<(string Table, string Name), SqlCellType>> unlike = all.SelectMany(c => c).Where(c => IsRead(c.Table)).GroupBy(c => (c.Table, c.Name), c => c.Type)
            .Where(c => c.Count() != all.Count || c.Distinct().Skip(1).Any());
        SqlStored stored = new(Layout(all[0]), all[0].Select(c => c.Table).ToFrozenSet(StringComparer.Ordinal)) { Mapping = mapping };
        if (all.Count == 1 || _found.Count > 0) return stored;
        _found.AddRange(unlike.Select(c => c.Key).OrderBy(c => c.Table, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => new Diagnostic(DiagnosticCodes.SqlNodesUnlike, SourceSpan.Whole(c.Table), c.Table, c.Name)));
        if (_found.Count > 0) return stored;
        if (stored.Layout.Of(BaseTables.School) is { } schools) await CheckAsync(nodes, schools).ConfigureAwait(false);
        return stored with { Homes = await HomesAsync(nodes, stored).ConfigureAwait(false) };
    }

    private SqlLayout Layout(ImmutableArray<SqlStoredColumn> columns)
    {
        if (mapping is null) return new SqlLayoutReader(schema, columns).Named();
        Checked<SqlLayout> mapped = new SqlMappedLayout(schema, mapping, columns).Read();
        _found.AddRange(mapped.Diagnostics);
        return mapped.IsValid ? mapped.Value : new SqlLayout(schema, ImmutableDictionary<string, SqlTable>.Empty);
    }

    private bool IsRead(string table) => mapping is null ? schema.Table(table) is not null || SqlFetch.OfSnapshot.Contains(table) : mapping.Tables.Any(t => SqlMappedLayout.Matching(t, [table]).Any());

    private bool IsOfNoSchool(string table) => mapping is null
        ? schema.Table(table) is null || !SqlLayout.IsBelowSchool(schema, table)
        : mapping.Tables.Any(t => !SqlLayout.IsBelowSchool(schema, t.Table.Name) && SqlMappedLayout.Matching(t, [table]).Any());

    private async Task<ImmutableArray<SqlStoredColumn>> ColumnsAsync(SqlSession session)
    {
        ImmutableArray<SqlStoredColumn>.Builder columns = ImmutableArray.CreateBuilder<SqlStoredColumn>();
        await session.ReadAsync(new SqlStatement(dialect.Columns, []), r => columns.Add(new SqlStoredColumn(r.GetString(0), r.GetString(1), dialect.TypeOf(r.GetString(2))))).ConfigureAwait(false);
        return columns.ToImmutable();
    }

    private async Task CheckAsync(SqlNodes nodes, SqlTable schools)
    {
        string key = dialect.Key(schools.Keys[0], $"t.{dialect.Quoted(schools.Keys[0].Name)}");
        List<string> ids = await nodes.TextsAsync(new SqlStatement($"SELECT DISTINCT {key} FROM {dialect.Quoted(schools)} AS t WHERE {key} IS NOT NULL", [])).ConfigureAwait(false);
        int twice = ids.Count - ids.Distinct(StringComparer.Ordinal).Count();
        if (twice > 0) _found.Add(new Diagnostic(DiagnosticCodes.SqlSchoolOnNodes, SourceSpan.Whole(string.Join('.', schools.Name)), twice.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<FrozenDictionary<string, int>> HomesAsync(SqlNodes nodes, SqlStored stored)
    {
        Dictionary<string, int> homes = new(StringComparer.Ordinal);
        foreach (string table in stored.Names.Where(n => IsRead(n) && IsOfNoSchool(n)).Order(StringComparer.Ordinal))
        {
            List<int> having = [];
            for (int node = 0; node < nodes.Sessions.Length; node++)
            {
                await nodes.Sessions[node].ReadAsync(new SqlStatement($"SELECT COUNT(*) FROM {dialect.Quoted(table)}", []), r =>
                {
                    if (Convert.ToInt64(r.GetValue(0), CultureInfo.InvariantCulture) > 0) having.Add(node);
                }).ConfigureAwait(false);
            }

            if (having.Count > 1) _found.Add(new Diagnostic(DiagnosticCodes.SqlTableOnNodes, SourceSpan.Whole(table), table, having.Count.ToString(CultureInfo.InvariantCulture)));
            homes[table] = having.FirstOrDefault();
        }

        return homes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
