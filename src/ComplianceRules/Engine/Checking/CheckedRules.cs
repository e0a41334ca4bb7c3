using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>All rules that are right in themselves, and what follows from them together.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
/// <param name="all">The rules.</param>
/// <param name="haveTimes">Whether any pack has a parameter that is a time.</param>
internal sealed class CheckedRules(ImmutableArray<CheckedRule> all, bool haveTimes)
{
    /// <summary>The rules, by pack, in file order.</summary>
    public ImmutableArray<CheckedRule> All => all;

    /// <summary>Which of them answer for each other.</summary>
    public RuleFamilies Families { get; } = new(all);

    /// <summary>The scales of time that they read parameters on.</summary>
    public ParameterScales Scales { get; } = new(haveTimes ? all : []);
}
