using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>A number.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Value">The number as it is written.</param>
/// <param name="Kind">How RulesEngine counts with it.</param>
internal sealed record LinqNumber(LinqPlace Place, Rational Value, LinqNumberKind Kind) : LinqSyntax(Place);
