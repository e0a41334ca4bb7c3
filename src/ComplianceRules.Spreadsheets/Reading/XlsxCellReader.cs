using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Reads single cells of a workbook.</summary>
/// <param name="workbook">The workbook.</param>
/// <param name="package">The workbook, open.</param>
/// <param name="place">Where a cell of the current row stands, by its column from 1.</param>
internal sealed class XlsxCellReader(Workbook workbook, WorkbookPackage package, Func<int, SourceSpan> place)
{
    private readonly CellStyles _styles = workbook.Styles(package);

    private SharedTexts? _texts;

    /// <summary>Reads the cell that the reader is at.</summary>
    /// <exception cref="WorkbookException">It speaks of what is not there.</exception>
    public CellContent Read(PartReader reader, int column)
    {
        string? type = reader.Attribute("t");
        string? style = reader.Attribute("s");
        string? value = null;
        (bool isCut, bool isFormula) = (false, false);
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Name == "v") value = reader.Text(out isCut);
            else if (reader.Name == "is") value = reader.RichText(out isCut);
            else if (reader.Name == "f") isFormula = true;
        }

        if (isCut) return CellContent.Of(value ?? string.Empty, isCut: true);
        if (!string.IsNullOrEmpty(value)) return Of(type, value, style, column);
        // A formula may well come to an empty text; a number that is empty was never worked out, as programs leave it that only write formulas.
        return new CellContent(string.Empty) { IsUncalculated = isFormula && (value is null || type != "str") };
    }

    private CellContent Of(string? type, string value, string? style, int column) => type switch
    {
        "s" => Shared(value, column),
        "inlineStr" => CellContent.Of(value),
        "str" => CellContent.Of(CellEscape.Read(value)),
        "b" => value.Trim() switch
        {
            "1" or "true" => new CellContent("TRUE"),
            "0" or "false" => new CellContent("FALSE"),
            _ => CellContent.Error(value),
        },
        "d" => IsoDate(value.Trim()),
        null or "n" => NumberText.Of(value.Trim(), FormatOf(style), workbook.CountsFrom1904),
        _ => CellContent.Error(value),
    };

    private CellContent Shared(string value, int column)
    {
        _texts ??= workbook.Texts(package);
        bool isNumber = int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int index);
        return (isNumber ? _texts.At(index) : null) ?? throw new WorkbookException(new Diagnostic(DiagnosticCodes.WorkbookTextMissing, place(column)));
    }

    private NumberFormat FormatOf(string? style) => _styles.At(int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0);

    private static CellContent IsoDate(string value)
    {
        string text = value.TrimEnd('Z');
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return new CellContent(text);
        int time = text.IndexOf('T', StringComparison.Ordinal);
        if (!TimeOnly.TryParse(text.AsSpan(time + 1), CultureInfo.InvariantCulture, out TimeOnly at)) return CellContent.Of(value);
        string clock = at.ToString(at.Second == 0 ? "H:mm" : "H:mm:ss", CultureInfo.InvariantCulture);
        return new CellContent(time <= 0 ? clock : at == TimeOnly.MinValue ? text[..time] : $"{text[..time]} {clock.PadLeft(clock.Length + (at.Hour < 10 ? 1 : 0), '0')}");
    }
}
