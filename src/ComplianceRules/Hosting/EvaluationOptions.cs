using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Hosting;

/// <summary>What one evaluation is to judge, and as of which day.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed record EvaluationOptions
{
    /// <summary>The day of assessment: the law of that day is applied; null for the day that the data is of.</summary>
    /// <remarks>No clock is asked, so that the same facts give the same assessment on any day: who wants today's law says which day is today.</remarks>
    public DateOnly? AsOf { get; init; }

    /// <summary>What is judged and listed.</summary>
    public RunOptions Run { get; init; } = new();

    /// <summary>How a source or objects are read; a snapshot has been read already.</summary>
    public SnapshotOptions Reading { get; init; } = new();
}
