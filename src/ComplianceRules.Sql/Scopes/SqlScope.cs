namespace ComplianceRules.Sql.Scopes;

/// <summary>What all queries of one statement share while it is put together.</summary>
/// <param name="Dialect">How the database wants to be asked.</param>
/// <param name="Layout">Where the tables stand.</param>
internal sealed record SqlScope(SqlDialect Dialect, SqlLayout Layout)
{
    /// <summary>The names of columns.</summary>
    public SqlNames Names { get; } = new();
}
