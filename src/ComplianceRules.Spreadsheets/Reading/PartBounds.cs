using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>What a part of a workbook must keep to while it is inflated.</summary>
/// <param name="Span">The workbook.</param>
/// <param name="Part">The part's name.</param>
/// <param name="Most">The most bytes that it may have.</param>
/// <param name="Length">The bytes that the archive says it has.</param>
/// <param name="Checksum">The checksum that the archive says it has.</param>
internal sealed record PartBounds(SourceSpan Span, string Part, long Most, long Length, uint Checksum);
