using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>A rule of an assessment, and what it found over all rows.</summary>
/// <remarks>Immutable. Assessments of former versions of this library tell no more than <see cref="Id"/> and <see cref="Counts"/>.</remarks>
/// <param name="Id">The full id.</param>
/// <param name="Counts">How many rows have which verdict, of all packs together that replace the rule.</param>
public sealed record RecordedRule(string Id, ShownCounts Counts)
{
    /// <summary>What people read; the id where the assessment does not tell.</summary>
    public LocalText Title { get => field ?? LocalText.Same(Id); init; }

    /// <summary>The area of policy; null where the assessment does not tell.</summary>
    public string? Area { get; init; }

    /// <summary>The table whose rows it judges; null where the assessment does not tell.</summary>
    public string? Subject { get; init; }

    /// <summary>How grave a breach is on the day; null where the assessment does not tell.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Whether its rows are persons, which are counted and never listed.</summary>
    public bool IsPersonal { get; init; }
}
