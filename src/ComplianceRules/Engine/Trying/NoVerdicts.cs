using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>There are no rules to ask: an expression tried without packs cannot name one.</summary>
internal sealed class NoVerdicts : IVerdictLookup
{
    public bool? Applies(string rule, int row) => null;

    public bool? Holds(string rule, int row) => null;

    public bool? Says(RuleSaysExpression asked, string rule, int row) => null;

    public ImmutableArray<MissingFact> Missing(string rule, int row) => [];
}
