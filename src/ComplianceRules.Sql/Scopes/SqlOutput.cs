namespace ComplianceRules.Sql.Scopes;

/// <summary>A column that a query gives to those around it; never null.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Nothing">What it is where there is no row.</param>
internal readonly record struct SqlOutput(string Name, string Nothing);
