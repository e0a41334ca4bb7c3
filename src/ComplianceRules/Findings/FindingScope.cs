using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Which findings of a list are wanted; what is null narrows nothing.</summary>
internal sealed record FindingScope
{
    /// <summary>Those of this school and of what lies below it.</summary>
    public string? School { get; init; }

    /// <summary>Those of this region and of what lies in it.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Those of this rule.</summary>
    public string? Rule { get; init; }

    /// <summary>Those of rules of this area.</summary>
    public string? Area { get; init; }

    /// <summary>Whether rows matter.</summary>
    public bool IsOfRows => School is not null || Region is not null;

    /// <summary>Whether a rule is wanted.</summary>
    public bool Has(string rule, string area) => (Rule is null || Rule == rule) && (Area is null || Area == area);

    /// <summary>Whether a finding is wanted; one that stands for rows everywhere may stand for wanted ones.</summary>
    public bool Has(Finding finding) =>
        Has(finding.Rule, finding.Area)
        && (finding.Subject is null || ((School is null || finding.Place?.School?.Id == School) && (Region is not { } region || finding.Place?.Region is { } place && region.Contains(place))));
}
