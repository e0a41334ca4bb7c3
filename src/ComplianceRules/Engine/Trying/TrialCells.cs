using System.Globalization;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>The values of cells that have been found good.</summary>
internal static class TrialCells
{
    /// <summary>The value of a cell.</summary>
    /// <param name="cell">The cell; known.</param>
    /// <param name="type">What it is taken for.</param>
    public static Value ValueOf(JsonNode cell, ExpressionType type) => type.Kind switch
    {
        FieldType.Bool => Value.Of(cell.Truth),
        FieldType.Number => new NumberValue(Rational.Parse(cell.Text)),
        FieldType.Date => new DateValue(TrialScalars.Day(cell.Text)!.Value),
        FieldType.Time => new TimeValue(TrialScalars.Clock(cell.Text)!.Value),
        _ => new TextValue(cell.Text),
    };

    /// <summary>The column of a field.</summary>
    public static FactColumn Column(FieldSchema field, IReadOnlyList<JsonNode?> cells)
    {
        ulong[] known = new ulong[ValidityBits.Words(cells.Count)];
        for (int row = 0; row < cells.Count; row++)
        {
            if (cells[row] is not null) ValidityBits.Set(known, row);
        }

        Dictionary<int, UnknownReason> reasons = [];
        return field.Type switch
        {
            FieldType.Bool => new BoolColumn(field, [.. cells.Select(c => c?.Truth ?? false)], known, reasons),
            FieldType.Number when field.Step == 1 => new IntColumn(field, [.. cells.Select(c => c is null ? 0 : long.Parse(c.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))], known, reasons),
            FieldType.Number => new NumberColumn(field, [.. cells.Select(c => c is null ? 0 : Number(c.Text))], known, reasons),
            FieldType.Date => new DateColumn(field, [.. cells.Select(c => c is null ? 0 : TrialScalars.Day(c.Text)!.Value.DayNumber)], known, reasons),
            FieldType.Time => new TimeColumn(field, [.. cells.Select(c => c is null ? 0 : TrialScalars.Clock(c.Text)!.Value)], known, reasons),
            _ => new TextColumn(field, [.. Enumerable.Range(0, cells.Count)], [.. cells.Select(c => c?.Text ?? string.Empty)], known, reasons),
        };
    }

    // There is but one zero: -0.0 is no number of its own.
    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) + 0.0;
}
