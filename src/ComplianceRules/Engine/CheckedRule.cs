using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>A rule that has been checked, and its judged form.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Pack">The pack whose rule it is.</param>
/// <param name="Rule">The rule as written.</param>
/// <param name="Form">What every engine reads.</param>
/// <param name="Instrument">The instrument that it stands on.</param>
internal sealed record CheckedRule(RulePack Pack, Rule Rule, JudgedForm Form, Instrument Instrument)
{
    /// <summary>Its own full id: pack, <c>/</c>, rule.</summary>
    public string FullId { get; } = $"{Pack.Id}/{Rule.Id}";

    /// <summary>The full id of the rule furthest out that it takes the place of; null where it is a rule of its own.</summary>
    public string? Replaces { get; init; }

    /// <summary>The full id under which findings and other rules know it.</summary>
    public string Id => Replaces ?? FullId;

    /// <summary>Whether another rule may take its place, or it that of another.</summary>
    public bool HasKin { get; init; }

    /// <summary>Whether it is composed of rules of which a mandatory one stands on a source that nobody has verified.</summary>
    public bool HasUnverifiedPart { get; init; }

    /// <summary>Whether it is mandatory and nobody has verified its source.</summary>
    public bool IsUnverified => Rule.Binding == Binding.Mandatory && Instrument.Certainty == Certainty.Unverified;

    /// <summary>The law that it stands on.</summary>
    public FindingSource Source => new(Pack.Id, Instrument, Rule.Source.Clause, Rule.Effective.From);

    /// <summary>Which rows it judges, as far as packs decide that.</summary>
    public RuleReach Reach => new(Pack.Id, HasKin ? FullId : null);

    /// <summary>Whether its verdicts count where a composed rule asks for them: it is none itself, and of a binding that counts.</summary>
    /// <param name="asked">What is asked.</param>
    public bool IsPartOf(RuleSaysExpression asked) => Form.Composed.IsEmpty && (!asked.MandatoryOnly || Rule.Binding == Binding.Mandatory);

    /// <summary>Whether its verdicts count, and it may judge rows below one of some stack.</summary>
    /// <param name="asked">What is asked.</param>
    /// <param name="stack">The stack of the row above; null where no pack judges it.</param>
    public bool Reaches(RuleSaysExpression asked, PackStack? stack) => IsPartOf(asked) && (asked.Above == BaseTables.Region || stack?.Judges(this) == true);

    /// <summary>Whether it goes by a name.</summary>
    /// <param name="name">The full id or the id within its pack, its own or that of the rule that it takes the place of.</param>
    public bool IsNamed(string name) =>
        name == FullId || name == Rule.Id || (Replaces is { } replaced && (name == replaced || name.AsSpan().SequenceEqual(replaced.AsSpan(replaced.IndexOf('/', StringComparison.Ordinal) + 1))));

    /// <summary>All names that it goes by.</summary>
    public IEnumerable<string> Names => Replaces is { } replaced ? [FullId, Rule.Id, replaced, replaced[(replaced.IndexOf('/', StringComparison.Ordinal) + 1)..]] : [FullId, Rule.Id];
}
