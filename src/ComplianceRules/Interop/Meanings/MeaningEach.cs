namespace ComplianceRules.Interop;

/// <summary>Something asked of each row of a list.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="List">The list.</param>
/// <param name="Item">What is asked of one row, or taken of it.</param>
internal sealed record MeaningEach(MeaningEachKind Kind, Meaning List, Meaning Item) : Meaning;
