using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What may be shown of the rows that one rule judged.</summary>
/// <param name="ByParent">Persons by the row above them.</param>
/// <param name="Sum">The rows of all parents together.</param>
/// <param name="Lacking">The rows that one finding stands for because they lack the same column.</param>
internal sealed record PersonalCounts(ImmutableArray<PersonalCount> ByParent, ShownCounts Sum, ShownCount Lacking);
