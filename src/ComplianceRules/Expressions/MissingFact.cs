using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A fact that was not known and was needed.</summary>
/// <param name="Path">The fact as the rule's subject sees it: <c>written_minutes</c>, <c>school.boarding</c>, <c>classes</c> or <c>classes.enrolment</c>.</param>
/// <param name="Reason">Why it is not known.</param>
/// <param name="Rows">In how many rows it is missing: 1 for a fact of one row.</param>
public sealed record MissingFact(string Path, UnknownReason Reason, int Rows = 1);
