using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Sql;

/// <summary>How many rows of one region have which verdict by one rule.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule's full id.</param>
/// <param name="Region">The region that the rows lie in, itself and not one above it; null where it is not known.</param>
/// <param name="Counts">How many rows.</param>
public sealed record SqlCount(string Rule, RegionCode? Region, VerdictCounts Counts)
{
    /// <summary>The table whose rows the rule judges.</summary>
    public required string Table { get; init; }

    /// <summary>How grave a breach is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How binding the rule is.</summary>
    public required Binding Binding { get; init; }
}
