using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The samples of one file.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Sheets">Its sheets; one where it is no workbook.</param>
/// <param name="Encoding">The text encoding that a mapping must name; null for none.</param>
internal sealed record SampleFile(ImmutableArray<SampleSheet> Sheets, string? Encoding);
