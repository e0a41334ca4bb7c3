using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Says what is wrong with cells.</summary>
internal static class RecordTrouble
{
    /// <summary>A cell that was to be part of an id and cannot be.</summary>
    public static Diagnostic Id(RecordView records, int column, TableSchema table, FactSchema schema) =>
        new(DiagnosticCodes.RecordIdUnusable, records.SpanOf(column), table.Name, DataExcerpt.Of(records.Cell(column), table, schema));

    /// <summary>A cell that cannot be used for its field.</summary>
    public static Diagnostic Cell(RecordView records, FieldCells cells, TableSchema table, FactSchema schema, UnknownReason reason)
    {
        string cell = cells.Cell(records);
        SourceSpan place = records.SpanOf(cells.Column);
        if (reason == UnknownReason.OutOfRange) return CellTrouble.OutOfRange(place, table, cells.Field, cell, schema);
        return cells.FaultOf(records) == CellFault.MergedNumber
            ? new Diagnostic(DiagnosticCodes.RecordMergedNumber, place, table.Name, cells.Field.Name, DataExcerpt.Of(cell, table, schema))
            : CellTrouble.WrongType(place, table, cells.Field, cell, schema);
    }

    /// <summary>A cell that does not say whether a list is whole.</summary>
    public static Diagnostic List(RecordView records, ListCells cells, TableSchema table, FactSchema schema) =>
        new(DiagnosticCodes.CsvCellWrongType, records.SpanOf(cells.Column), table.Name, cells.List, DataExcerpt.Of(records.Cell(cells.Column), table, schema), FieldTypeWords.Of(FieldType.Bool));
}
