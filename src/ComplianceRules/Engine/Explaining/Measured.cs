using ComplianceRules.Expressions;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>What a row has, held to the nearer of a rule's limits.</summary>
/// <param name="Observed">What the row has; unknown where it is not known.</param>
/// <param name="Bound">The nearer limit; null where the rule has none.</param>
/// <param name="Limit">The limit's value; unknown where it is not known.</param>
/// <param name="Margin">The room left, negative for a breach; null where there is no measure.</param>
internal sealed record Measured(Value Observed, Bound? Bound, Value? Limit, Rational? Margin)
{
    /// <summary>The period that decides, where events are counted by period; null elsewhere, and where no period does.</summary>
    public PeriodCount? Period { get; init; }

    /// <summary>Whether what the row has would speak of one or two persons and is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether the limit would, and is not shown either.</summary>
    public bool IsLimitHidden { get; init; }

    /// <summary>The band that the measure falls into; null where there is none.</summary>
    public FindingBand? Band { get; init; }
}
