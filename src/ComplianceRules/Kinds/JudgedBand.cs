using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>One of the bands that a measure falls into.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">Its id, alone of its sort in the rule.</param>
/// <param name="Title">What people read.</param>
/// <param name="From">Its lower end, included; of the measure's type and unit. Its upper end is the lower end of the next band, excluded.</param>
public sealed record JudgedBand(string Id, LocalText Title, TypedExpression From);
