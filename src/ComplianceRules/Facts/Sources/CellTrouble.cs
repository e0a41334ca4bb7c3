using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Says of the value of a field that it cannot be used; nothing of persons is shown.</summary>
internal static class CellTrouble
{
    /// <summary>A value that the field cannot have.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="table">The table.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value as it is written.</param>
    /// <param name="schema">Tells which rows are persons.</param>
    public static Diagnostic OutOfRange(SourceSpan place, TableSchema table, FieldSchema field, string value, FactSchema schema) =>
        new(DiagnosticCodes.CellOutOfRange, place, table.Name, field.Name, DataExcerpt.Of(value, table, schema))
        {
            DidYouMean = schema.IsPersonal(table.Name) ? null : NearestName.Of(value, field.Options.Select(o => o.Key)),
        };

    /// <summary>A value that is none of the field's type.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="table">The table.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value as it is written.</param>
    /// <param name="schema">Tells which rows are persons.</param>
    public static Diagnostic WrongType(SourceSpan place, TableSchema table, FieldSchema field, string value, FactSchema schema) =>
        new(DiagnosticCodes.CsvCellWrongType, place, table.Name, field.Name, DataExcerpt.Of(value, table, schema), FieldTypeWords.Of(field.Type));
}
