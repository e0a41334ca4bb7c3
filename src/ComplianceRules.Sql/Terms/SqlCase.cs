namespace ComplianceRules.Sql.Terms;

/// <summary>What a value is, where a test holds. The cases of one value exclude each other; where none holds, it is unknown.</summary>
/// <param name="When">Where.</param>
/// <param name="Term">What it is there.</param>
internal sealed record SqlCase(SqlTest When, SqlTerm Term);
