using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Cases;

/// <summary>What became of a case: the facts, who judged them, and what was found.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Stack">The stack that judged every row.</param>
/// <param name="Judge">Evaluates single rows.</param>
/// <param name="Assessment">What the rules said, of every row.</param>
internal sealed record JudgedCase(Snapshot Facts, PackStack Stack, RuleJudge Judge, Assessment Assessment)
{
    /// <summary>The codes of the regions that the author wrote; empty where the author wrote none.</summary>
    public required IReadOnlySet<string> Regions { get; init; }

    /// <summary>The findings on rows that the author wrote: not those on regions above, which the reader makes.</summary>
    public IReadOnlyList<Finding> Findings => field ??= [.. Assessment.Findings.Where(f => f.Subject!.Table != BaseTables.Region || IsWritten(f.Subject.Id))];

    /// <summary>Whether the author wrote a row.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    public bool IsWritten(FactTable table, int row) => table.Schema.Name != BaseTables.Region || IsWritten(table.Id(row));

    private bool IsWritten(string region) => Regions.Count == 0 || Regions.Contains(region);
}
