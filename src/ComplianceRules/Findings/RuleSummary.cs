using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>What one rule found over all rows.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule's full id; where it takes the place of a rule of a pack further out, the full id of that one.</param>
/// <param name="Pack">The pack whose rule it is: where several packs replace a rule, each has a summary of its own.</param>
/// <param name="Title">The rule's title.</param>
/// <param name="Area">The rule's area of policy.</param>
/// <param name="Subject">The table whose rows it judged.</param>
/// <param name="Binding">How strictly it binds.</param>
/// <param name="Severity">How grave a breach is on the day of assessment.</param>
/// <param name="Counts">How many rows have which verdict.</param>
public sealed record RuleSummary(string Rule, string Pack, LocalText Title, string Area, string Subject, Binding Binding, Severity Severity, VerdictCounts Counts)
{
    /// <summary>The counts as a report may show them: of a rule over persons, none that tells one or two of them apart.</summary>
    public ShownCounts Shown { get => field ?? ShownCounts.Exactly(Counts); init; }

    /// <summary>The law that the rule stands on; null where that is not known.</summary>
    public FindingSource? Source { get; init; }

    /// <summary>What helps, in the words of the rule's authors; null where the pack does not say.</summary>
    public LocalText? Remedy { get; init; }
}
