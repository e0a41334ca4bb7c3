using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>A question to the items of a list.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="List">The list's canonical text; questions to two lists never follow from each other.</param>
/// <param name="Body">The condition on an item.</param>
/// <param name="Inside">What the condition's parts mean.</param>
/// <param name="Variable">The variable of the answer.</param>
internal sealed record ListTerm(ListKind Kind, string List, TypedExpression Body, ReadingScope Inside, ProofVariable Variable);
