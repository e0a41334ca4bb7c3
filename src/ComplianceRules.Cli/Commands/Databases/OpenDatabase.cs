using System.Data.Common;
using ComplianceRules.Sql;

namespace ComplianceRules.Cli.Commands;

/// <summary>A database that judges, opened.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Dialect">How it wants to be asked.</param>
/// <param name="Stop">Stops the statement that runs; null where cancelling does so by itself.</param>
internal sealed record OpenDatabase(DbConnection Connection, SqlDialect Dialect, Action? Stop) : IDisposable
{
    /// <summary>How long one statement may take; null for as long as the database lets it.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    public void Dispose() => Connection.Dispose();
}
