namespace ComplianceRules.Sql.Scopes;

/// <summary>What the text of a statement is written with.</summary>
/// <param name="Binder">Takes the values.</param>
/// <param name="Schools">Which schools the statement is about, asked of the column that holds the school's id and of the school's own region; null for all.</param>
internal sealed record SqlRender(SqlBinder Binder, Func<SqlTable, string?> Schools);
