using ComplianceRules.Facts;

namespace ComplianceRules.Reports;

/// <summary>A fact that rows of one table miss for one reason.</summary>
/// <param name="Table">The table of the rows.</param>
/// <param name="Path">The fact as those rows see it.</param>
/// <param name="Reason">Why it is not known.</param>
/// <param name="Title">What people call it.</param>
internal sealed record MissingKind(string Table, string Path, UnknownReason Reason, string Title);
