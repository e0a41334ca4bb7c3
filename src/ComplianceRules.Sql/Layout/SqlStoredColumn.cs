namespace ComplianceRules.Sql.Layout;

/// <summary>A column that the database says it has.</summary>
/// <param name="Table">The name of its table or view.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its cells are.</param>
internal sealed record SqlStoredColumn(string Table, string Name, SqlCellType Type);
