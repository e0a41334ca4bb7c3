using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>A school of which a row changes verdict.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The school's id.</param>
/// <param name="Name">The school's name; null where the data gives none.</param>
/// <param name="Region">The code of its region; null where it is not known.</param>
/// <param name="Rows">The rows, the school itself among them, by rule and then in the order of the data.</param>
public sealed record ImpactedSchool(string Id, string? Name, RegionCode? Region, ImmutableArray<ImpactedRow> Rows);
