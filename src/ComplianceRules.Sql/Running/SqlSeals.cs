using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Sql.Running;

/// <summary>Notices where rows were written while they were judged, in databases of which no transaction sees the same rows throughout.</summary>
/// <remarks>For one run. A table is sealed before anything else is read of it: by how many rows there are, and the sum of their digests.</remarks>
/// <param name="dialect">How the database wants to be asked.</param>
/// <param name="layout">Where its tables stand.</param>
internal sealed class SqlSeals(SqlDialect dialect, SqlLayout layout)
{
    private readonly SortedDictionary<string, (SqlStatement Asked, List<string> Seals)> _taken = new(StringComparer.Ordinal);

    /// <summary>Seals tables that are not sealed yet; none where a transaction keeps the rows.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="tables">The names of the tables; those that the database has not are passed over.</param>
    public async Task TakeAsync(SqlNodes nodes, IEnumerable<string> tables)
    {
        foreach (SqlTable table in tables.Distinct(StringComparer.Ordinal).Where(t => !_taken.ContainsKey(t)).Select(layout.Of).OfType<SqlTable>())
        {
            if (dialect.Seal(table) is not { } text) return;
            SqlStatement asked = new(text, []);
            _taken[table.Schema.Name] = (asked, await nodes.TextsAsync(asked).ConfigureAwait(false));
        }
    }

    /// <summary>What was written since.</summary>
    /// <param name="nodes">The nodes.</param>
    public async Task<ImmutableArray<Diagnostic>> BrokenAsync(SqlNodes nodes)
    {
        ImmutableArray<Diagnostic>.Builder broken = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach ((string table, (SqlStatement asked, List<string> seals)) in _taken)
        {
            if (!seals.SequenceEqual(await nodes.TextsAsync(asked).ConfigureAwait(false))) broken.Add(new Diagnostic(DiagnosticCodes.SqlChanged, SourceSpan.Whole(table), table));
        }

        return broken.ToImmutable();
    }
}
