using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Proofs;

/// <summary>A rule under values, one side of a comparison.</summary>
/// <param name="Form">What it judges.</param>
/// <param name="Binding">How strictly it binds.</param>
/// <param name="Parameters">The values in force.</param>
internal sealed record ComparedRule(JudgedForm Form, Binding Binding, ParameterTable Parameters)
{
    /// <summary>How grave a breach is on the days of the comparison.</summary>
    public Severity Severity { get; init; } = Severity.Violation;

    /// <summary>The only days of the year on which its values are those; null where they are all year.</summary>
    public Season? Part { get; init; }

    /// <summary>The rule that answers where it counts one, by its full id; null where there is none.</summary>
    public Func<string, CountedRule?> Counted { get; init; } = _ => null;

    /// <summary>Whether a rule, by its full id, may answer on rows that have packs further in, whatever stands here.</summary>
    public Func<string, bool> IsOpen { get; init; } = _ => false;

    /// <summary>The date that chooses the season of its values; null where the day of assessment does.</summary>
    public FieldExpression? SeasonOf => Form.Parts.OfType<ParameterExpression>().Select(p => p.SeasonOf).FirstOrDefault(d => d is not null);

    /// <summary>Whether a breach weighs less than one of another rule: it binds less, or less grave is what it comes to on those days.</summary>
    /// <param name="outer">The other rule.</param>
    public bool BindsLessThan(ComparedRule outer) => Binding > outer.Binding || Severity < outer.Severity;
}
