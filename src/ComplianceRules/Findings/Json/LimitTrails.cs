using System.Collections.Immutable;
using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>How a limit came about where one value alone had a part in it: the law of the limit says all of that.</summary>
internal static class LimitTrails
{
    /// <summary>The one step that follows from a limit and its law.</summary>
    public static ImmutableArray<ValueStep> Of(FindingValue limit, FindingSource law, string packVersion) =>
        [new ValueStep(ValueRole.InForce, limit, law.Pack, packVersion, law.Since, null, law)];

    /// <summary>Whether the trail of a finding is the one that follows from its limit and the law of it.</summary>
    public static bool IsToldBy(Finding finding, FindingSource law, JsonScope scope) =>
        finding is { Limit: { } limit, LimitTrail: [{ } only] } && scope.TellsVersion(law.Pack, only.PackVersion) && only == Of(limit, law, only.PackVersion)[0];
}
