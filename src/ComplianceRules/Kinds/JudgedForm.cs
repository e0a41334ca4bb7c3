using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>What every rule becomes, whatever its kind: when it applies, when it holds, what it measures against which limits, and its sentences.</summary>
/// <remarks>Immutable. Engines, proofs, remedies and exports read this and never the kind.</remarks>
/// <param name="Applies">Whether the rule concerns the row; false is not applicable, unknown is undetermined.</param>
/// <param name="Holds">Whether the row keeps the rule: true is compliant, false is not, unknown is undetermined.</param>
public sealed record JudgedForm(TypedExpression Applies, TypedExpression Holds)
{
    /// <summary>Whether the row keeps the rule where excused breaches count: where <see cref="Holds"/> is true and this is false, the row is waived. Null where the rule does not ask for the verdicts of others in that way.</summary>
    public TypedExpression? HoldsUnexcused { get; init; }

    /// <summary>The parts of a rule that is composed of others; empty for any other.</summary>
    public ImmutableArray<ComposedPart> Composed { get; init; } = [];

    /// <summary>What the rule measures; null where it measures nothing.</summary>
    public TypedExpression? Observed { get; init; }

    /// <summary>The limits that the measure is held to; empty where there is no measure.</summary>
    public ImmutableArray<Bound> Bounds { get; init; } = [];

    /// <summary>What people call the measure.</summary>
    public LocalText Measure { get; init; } = LocalText.Empty;

    /// <summary>What a finding says of a row that breaks the rule; null where the limits' sentences say it. Placeholders: {title}, {facts}; of items {items}, {count}, {held}, {needed}; of bands {band}; of composites {parts}.</summary>
    public LocalText? Breach { get; init; }

    /// <summary>What a finding says of a row that keeps the rule; null where the limits' sentences or the title say it. Placeholders as in <see cref="Breach"/>.</summary>
    public LocalText? Kept { get; init; }

    /// <summary>The bands that the measure falls into, ascending; empty where there are none.</summary>
    public ImmutableArray<JudgedBand> Bands { get; init; } = [];

    /// <summary>The items or steps that the rule is made of; empty where it is one condition.</summary>
    public ImmutableArray<JudgedItem> Items { get; init; } = [];

    /// <summary>How many of the items have to hold.</summary>
    public int ItemsNeeded { get; init; }

    /// <summary>The full ids of the rules whose verdicts it counts; empty where there are none.</summary>
    public ImmutableArray<string> CountedRules { get; init; } = [];

    /// <summary>All limits that the rule holds something to, those of its items among them.</summary>
    internal IEnumerable<Bound> AllBounds => Bounds.Concat(Items.SelectMany(i => i.Measures).Select(m => m.Bound));

    /// <summary>All parts of what the rule reads and shows: of its conditions, its measure, its limits and its bands.</summary>
    internal IEnumerable<TypedExpression> Parts =>
        new[] { Applies, Holds, Observed }.Concat(Bounds.SelectMany(b => new[] { b.Value, b.Tolerance })).Concat(Bands.Select(b => b.From))
            .OfType<TypedExpression>().SelectMany(ExpressionWalker.SelfAndDescendants);
}
