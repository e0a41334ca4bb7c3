using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Findings;

/// <summary>What would put a finding right: worked out from the facts, the rule and the values in force, and judged anew before it is told.</summary>
/// <remarks>Immutable. The authors' own advice is <see cref="Finding.Remedy"/>.</remarks>
/// <param name="Kind">What it promises.</param>
/// <param name="Message">What people read.</param>
public sealed record Correction(CorrectionKind Kind, LocalText Message)
{
    /// <summary>The changes, by table, row and field in ordinal order; empty where there are none to tell.</summary>
    /// <remarks>Changes that only together keep a total, such as pupils who move between classes of one year group, stand here one a row.</remarks>
    public ImmutableArray<FactChange> Changes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What all changes cost together; null where there are none.</summary>
    public decimal? Cost => Changes.IsEmpty ? null : Changes.Sum(c => c.Cost);
}
