using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>A step of a sequence that has been read.</summary>
/// <param name="Part">Its id and title.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day; the same expression as <paramref name="From"/> where it is one day.</param>
internal sealed record SequenceStep(NamedPart Part, StepDay From, StepDay To)
{
    /// <summary>The step that must end before it; null where there is none.</summary>
    public SequenceStep? After { get; init; }

    /// <summary>Whether it may not begin on the day on which that step ends.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether it is a step for the row at all; null where it always is.</summary>
    public TypedExpression? When { get; init; }

    /// <summary>How many days it must last; null where nothing is said.</summary>
    public StepSpan? Lasts { get; init; }

    /// <summary>How many days must lie between that step and this one; null where nothing is said.</summary>
    public StepSpan? Wait { get; init; }

    /// <summary>Whether it may last more than a day.</summary>
    public bool IsSpan => !ReferenceEquals(From, To);
}
