using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>What was found of a school and of all rows below it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="School">The school.</param>
/// <param name="Region">The innermost region that it lies in; null where the data does not say.</param>
/// <param name="Areas">What was found in each area, in the order of <see cref="AssessmentOverview.Areas"/>.</param>
public sealed record SchoolOverview(Subject School, RegionCode? Region, ImmutableArray<AreaVerdicts> Areas);
