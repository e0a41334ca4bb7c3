using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>A limit that has been read.</summary>
/// <param name="Measures">What is measured, once for each of its limits.</param>
/// <param name="Holds">Whether all of them are kept.</param>
internal sealed record ReadLimit(ImmutableArray<JudgedMeasure> Measures, TypedExpression Holds);
