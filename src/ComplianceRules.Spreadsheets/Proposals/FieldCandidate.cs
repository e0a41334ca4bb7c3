using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>A field that a column could be, by its header alone.</summary>
/// <param name="Table">The field's table.</param>
/// <param name="Field">The field.</param>
/// <param name="Kind">How sure it is.</param>
/// <param name="Score">How like the header is; 1 where it is the title.</param>
internal sealed record FieldCandidate(TableSchema Table, FieldSchema Field, MatchKind Kind, double Score)
{
    /// <summary>Surer kinds before likeness.</summary>
    public double Rank => (int)Kind + Score;
}
