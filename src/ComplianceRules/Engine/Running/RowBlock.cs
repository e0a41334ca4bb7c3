using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Neighbouring rows of one table that one stack judges.</summary>
/// <param name="Table">The table.</param>
/// <param name="Start">The first row.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Parameters">The parameter values in force for them.</param>
internal readonly record struct RowBlock(FactTable Table, int Start, int Count, ParameterTable Parameters);
