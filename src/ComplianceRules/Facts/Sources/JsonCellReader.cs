using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads the value of a field from JSON; what cannot be used is unknown and listed with its place.</summary>
/// <param name="cursor">Stands on the value's first token, and then on its last.</param>
/// <param name="builder">Takes what cannot be used.</param>
internal sealed class JsonCellReader(JsonCursor cursor, SnapshotBuilder builder)
{
    private const string DateFormat = "yyyy-MM-dd";

    public void Read(TableBuilder table, int row, FieldSchema field)
    {
        if (cursor.Kind == JsonTokenType.Null) return;
        SourceSpan? list = cursor.Kind == JsonTokenType.StartArray ? cursor.Span : null;
        UnknownReason? trouble = field.Type switch
        {
            FieldType.Number when cursor.Kind == JsonTokenType.Number => Range(FactNumber.TryParse(cursor.Text, out double number) && table.SetNumber(row, field, number)),
            FieldType.Bool when cursor.Kind is JsonTokenType.True or JsonTokenType.False => Range(table.SetBool(row, field, cursor.Kind == JsonTokenType.True)),
            FieldType.Text or FieldType.Enum when cursor.Kind == JsonTokenType.String => Range(table.SetText(row, field, cursor.Text)),
            FieldType.Date when cursor.Kind == JsonTokenType.String && TryDate(cursor.Text, out DateOnly day) => Range(table.SetDate(row, field, day)),
            FieldType.Time when cursor.Kind == JsonTokenType.String && TimeScale.TryParse(cursor.Text, out int minutes) => Range(table.SetTime(row, field, minutes)),
            FieldType.Set when cursor.Kind == JsonTokenType.StartArray => ReadSet(table, row, field),
            _ => UnknownReason.WrongType,
        };
        if (trouble is not { } reason) return;
        table.SetUnknown(row, field, reason);
        if (reason == UnknownReason.WrongType) ReportWrongType(list ?? cursor.Span, table.Schema.Name, field.Name, FieldTypeWords.Of(field.Type));
        else if (field.Type != FieldType.Set) ReportRange(cursor.Span, table, field, cursor.Text);
        cursor.SkipValue();
    }

    /// <summary>The texts of a list; null where it is something else, which is listed.</summary>
    public List<string>? ReadTexts(string table, string key)
    {
        SourceSpan span = cursor.Span;
        if (cursor.Kind == JsonTokenType.StartArray && Texts(_ => { }) is { } texts) return texts;
        cursor.SkipValue();
        ReportWrongType(span, table, key, "list");
        return null;
    }

    public void ReportWrongType(SourceSpan span, string table, string key, string type) =>
        builder.Report(new Diagnostic(DiagnosticCodes.CellWrongType, span, table, key, type));

    public static bool TryDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static UnknownReason? Range(bool used) => used ? null : UnknownReason.OutOfRange;

    private UnknownReason? ReadSet(TableBuilder table, int row, FieldSchema field)
    {
        List<string>? keys = Texts(key =>
        {
            if (!field.HasOption(key)) ReportRange(cursor.Span, table, field, key);
        });
        return keys is null ? UnknownReason.WrongType : Range(table.SetSet(row, field, keys));
    }

    // Goes on to the end of the list even after something that is no text, so that the cursor stands on its last token.
    private List<string>? Texts(Action<string> seen)
    {
        List<string> texts = [];
        bool onlyTexts = true;
        while (cursor.Read() && cursor.Kind != JsonTokenType.EndArray)
        {
            if (cursor.Kind == JsonTokenType.String)
            {
                seen(cursor.Text);
                texts.Add(cursor.Text);
                continue;
            }

            onlyTexts = false;
            cursor.SkipValue();
        }

        return onlyTexts ? texts : null;
    }

    private void ReportRange(SourceSpan span, TableBuilder table, FieldSchema field, string value) =>
        builder.Report(CellTrouble.OutOfRange(span, table.Schema, field, value, builder.Schema));
}
