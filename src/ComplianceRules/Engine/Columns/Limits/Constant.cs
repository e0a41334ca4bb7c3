using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A value that is the same for all rows of a stack.</summary>
/// <param name="Number">Its number among those of the plan.</param>
/// <param name="Expression">What it is worked out from: no facts of rows.</param>
/// <param name="Pack">The pack whose names for parameters it uses; null where it uses none, so that it is the same for all stacks.</param>
internal sealed record Constant(int Number, TypedExpression Expression, string? Pack)
{
    /// <summary>The day of the year, from 0, whose values its parameters have; null for those of the day of assessment.</summary>
    public int? SeasonDay { get; init; }

    /// <summary>The pack whose names for parameters it uses with the values that all stacks agree on that have it; null where it does not.</summary>
    public string? Agreed { get; init; }
}
