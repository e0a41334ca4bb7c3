using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Running;

/// <summary>Asks whether each row can be told from others and has the row above that it names: else sums over them would count rows twice, or not at all.</summary>
/// <param name="dialect">How the database wants to be asked.</param>
/// <param name="layout">Where its tables stand.</param>
internal sealed class SqlKeyCheck(SqlDialect dialect, SqlLayout layout)
{
    /// <summary>What is wrong with the keys of some tables.</summary>
    /// <param name="nodes">The nodes; the rows below a school lie beside it.</param>
    /// <param name="tables">The tables of the schema.</param>
    public async Task<ImmutableArray<Diagnostic>> FindAsync(SqlNodes nodes, IEnumerable<string> tables)
    {
        ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (SqlTable table in tables.Distinct(StringComparer.Ordinal).Select(layout.Of).OfType<SqlTable>().OrderBy(t => t.Schema.Name, StringComparer.Ordinal))
        {
            foreach ((DiagnosticCode code, SqlStatement query) in Questions(table))
            {
                long count = 0;
                await nodes.ReadAsync(query, r => count += Convert.ToInt64(r.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)).ConfigureAwait(false);
                if (count > 0) found.Add(new Diagnostic(code, SourceSpan.Whole(string.Join('.', table.Name)), table.Schema.Name, count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        return found.ToImmutable();
    }

    private IEnumerable<(DiagnosticCode Code, SqlStatement Query)> Questions(SqlTable table)
    {
        SqlBinder binder = new(dialect, []);
        string none = string.Join(" OR ", table.Keys.Select(k => dialect.IsNoKey(k, $"t.{dialect.Quoted(k.Name)}", binder)));
        yield return (DiagnosticCodes.SqlNoKey, new SqlStatement($"SELECT COUNT(*) FROM {dialect.Quoted(table)} AS t WHERE {none}", binder.Parameters));
        string keys = string.Join(", ", Keys(table, "t"));
        yield return (DiagnosticCodes.SqlSameKey, new SqlStatement($"SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM {dialect.Quoted(table)} AS t GROUP BY {keys} HAVING COUNT(*) > 1) AS s", []));
        if (table.Schema.Name == BaseTables.School) yield break;
        if (layout.Of(table.Schema.Parent!) is not { } above)
        {
            yield return (DiagnosticCodes.SqlNoRowAbove, new SqlStatement($"SELECT COUNT(*) FROM {dialect.Quoted(table)} AS t", []));
            yield break;
        }

        string others = $"SELECT {string.Join(", ", Keys(above, "a").Select((k, i) => $"{k} AS {SqlRows.Key(i)}"))} FROM {dialect.Quoted(above)} AS a";
        string[] own = [.. Keys(table, "t").Take(above.Keys.Length)];
        yield return (DiagnosticCodes.SqlNoRowAbove, new SqlStatement($"SELECT COUNT(*) FROM {dialect.Without($"{dialect.Quoted(table)} AS t", own, others)}", []));
    }

    private IEnumerable<string> Keys(SqlTable table, string alias) => table.Keys.Select(k => dialect.Key(k, $"{alias}.{dialect.Quoted(k.Name)}"));
}
