using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

/// <summary>Answers by a table; a rule that is not in it is unknown.</summary>
internal sealed class SampleVerdicts : IVerdictLookup
{
    public Dictionary<int, bool?> AppliesTo { get; } = [];

    public Dictionary<int, bool?> HoldsFor { get; } = [];

    public bool? Applies(string rule, int row) => AppliesTo.GetValueOrDefault(row);

    public bool? Holds(string rule, int row) => HoldsFor.GetValueOrDefault(row);

    public bool? Says(RuleSaysExpression asked, string rule, int row) => asked.Asked == RuleSaying.Concerns ? AppliesTo.GetValueOrDefault(row) : HoldsFor.GetValueOrDefault(row);

    public ImmutableArray<MissingFact> Missing(string rule, int row) => [new MissingFact("enrolment", UnknownReason.Absent)];
}
