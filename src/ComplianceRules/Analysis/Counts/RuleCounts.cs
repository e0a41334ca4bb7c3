using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>How many rules there are, all in all and of each sort. A rule that takes the place of another counts as a rule of its own.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RuleCounts
{
    private RuleCounts(IReadOnlyCollection<CheckedRule> rules)
    {
        All = rules.Count;
        Replacements = rules.Count(r => r.Rule.Overrides is not null);
        ByArea = Counted.By(rules, r => r.Rule.Area);
        ByKind = Counted.By(rules, r => r.Rule.Kind);
        ByBinding = Counted.By(rules, r => r.Rule.Binding, Enum.GetValues<Binding>());
        ByCertainty = Counted.By(rules, r => r.Instrument.Certainty, Enum.GetValues<Certainty>());
    }

    /// <summary>All rules.</summary>
    public int All { get; }

    /// <summary>Those that take the place of a rule of a pack further out.</summary>
    public int Replacements { get; }

    /// <summary>By area, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, int> ByArea { get; }

    /// <summary>By the name of their kind, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, int> ByKind { get; }

    /// <summary>By binding: every binding, 0 among them.</summary>
    public ImmutableSortedDictionary<Binding, int> ByBinding { get; }

    /// <summary>By how surely their instrument is known: every certainty, 0 among them.</summary>
    public ImmutableSortedDictionary<Certainty, int> ByCertainty { get; }

    internal static RuleCounts Of(IReadOnlyCollection<CheckedRule> rules) => new(rules);
}
