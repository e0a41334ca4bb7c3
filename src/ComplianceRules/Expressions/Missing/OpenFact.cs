using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>One fact that is missing on one row.</summary>
/// <param name="Path">The fact as the rule's subject sees it.</param>
/// <param name="Reason">Why it is not known.</param>
/// <param name="Row">The row of the list that the path goes through; -1 for the subject and rows above it.</param>
/// <param name="Rows">How many rows it stands for: more than one only where another rule counted them.</param>
internal readonly record struct OpenFact(string Path, UnknownReason Reason, int Row, int Rows);
