namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>A column that is taken for a field.</summary>
/// <param name="Column">The column.</param>
/// <param name="Field">The field, and how sure it is.</param>
/// <param name="Fit">How its cells are read.</param>
internal sealed record FieldMatch(SampleColumn Column, FieldCandidate Field, CellFit Fit);
