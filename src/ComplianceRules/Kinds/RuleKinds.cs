using System.Collections.Frozen;

namespace ComplianceRules.Kinds;

/// <summary>Every kind of rule there is.</summary>
internal static class RuleKinds
{
    private static readonly FrozenDictionary<string, IRuleKind> ByName = new IRuleKind[]
    {
        new LimitRuleKind(),
        new RequireRuleKind(),
        new ForbidRuleKind(),
        new ShareRuleKind(),
        new KOfRuleKind(),
        new BalanceRuleKind(),
        new SequenceRuleKind(),
        new BandsRuleKind(),
        new ConsistencyRuleKind(),
        new CompositeRuleKind(),
    }.ToFrozenDictionary(k => k.Name, StringComparer.Ordinal);

    /// <summary>The keys of all kinds.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The kind of a key; null where there is none.</summary>
    /// <param name="name">The key.</param>
    public static IRuleKind? Find(string name) => ByName.GetValueOrDefault(name);
}
