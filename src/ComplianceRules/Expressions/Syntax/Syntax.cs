namespace ComplianceRules.Expressions;

/// <summary>A node of an expression as it is written, before names and types are known. A closed set of records.</summary>
/// <param name="Offset">Where the node's own token starts in the expression: the sign of an operator, the name of a call.</param>
/// <param name="Length">How long that token is.</param>
internal abstract record Syntax(int Offset, int Length);
