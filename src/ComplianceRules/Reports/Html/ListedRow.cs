using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>A row that findings are about, and where it lies.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Row">The row.</param>
/// <param name="School">The number of its school; null for rows above schools.</param>
/// <param name="Region">Its region; null where it is not known.</param>
internal sealed record ListedRow(Subject Row, int? School, RegionCode? Region);
