using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>An item or a step that a rule is made of, so that a finding can say which of them fails.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">Its id, alone of its sort in the rule.</param>
/// <param name="Title">What people read.</param>
/// <param name="Holds">Whether the row keeps it.</param>
public sealed record JudgedItem(string Id, LocalText Title, TypedExpression Holds)
{
    /// <summary>What it measures against which limits; empty where it only asks.</summary>
    public ImmutableArray<JudgedMeasure> Measures { get; init; } = [];

    /// <summary>What the row has to keep of it even where the item may fail; null where there is nothing.</summary>
    public TypedExpression? Floor { get; init; }
}
