using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Reports;

/// <summary>What the words of an expression take from elsewhere.</summary>
/// <param name="Parameter">What people read in the place of a parameter, with the titles of the keys that it may hold.</param>
/// <param name="Keys">What people read of the keys that a keyed parameter has values for.</param>
/// <param name="Rule">What people read of another rule, by its full id.</param>
internal sealed record WordSources(Func<ParameterExpression, ImmutableArray<FieldOption>, string> Parameter, Func<ParameterEntryExpression, string> Keys, Func<string, string> Rule);
