namespace ComplianceRules.Sql.Layout;

/// <summary>A column of the database.</summary>
/// <param name="Name">Its name as the database knows it.</param>
/// <param name="Type">What its cells are.</param>
internal sealed record SqlColumn(string Name, SqlCellType Type);
