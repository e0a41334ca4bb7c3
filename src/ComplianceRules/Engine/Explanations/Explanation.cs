using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Why one rule says of one row what it says: its conditions as trees with the value of each part.</summary>
/// <remarks>Immutable. The same catalogue, snapshot and day give the same explanation, and the verdict is that of <see cref="Plan.Run(ComplianceRules.Facts.Snapshot, RunOptions, CancellationToken)"/>.</remarks>
public sealed record Explanation
{
    /// <summary>The day of assessment.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The version of the rule's pack.</summary>
    public required string PackVersion { get; init; }

    /// <summary>What the rule says of the row, with the evidence, as an assessment that lists every row has it.</summary>
    public required Finding Finding { get; init; }

    /// <summary>What people call that which the rule measures; null where it measures nothing.</summary>
    public LocalText? Measure { get; init; }

    /// <summary>Whether the rule concerns the row.</summary>
    public required ExplainedNode Applies { get; init; }

    /// <summary>Whether the row keeps the rule; not needed where the rule does not concern it.</summary>
    public required ExplainedNode Holds { get; init; }
}
