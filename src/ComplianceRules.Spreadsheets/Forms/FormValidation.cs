using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>Makes what the cells of a column refuse: what is impossible, and nothing else.</summary>
/// <remarks>A policy's limit is never refused: a form that refuses 61 minutes makes schools write 60.</remarks>
/// <param name="lists">Takes long lists.</param>
internal sealed class FormValidation(ListSheet lists)
{
    /// <summary>The validation of a column; null where nothing is impossible, or where no validation can say it.</summary>
    /// <param name="column">The column.</param>
    /// <param name="cells">Its cells.</param>
    public CellValidation? Of(FormColumn column, string cells)
    {
        CellValidation? bare = column switch
        {
            { IsYesOrNo: true } => List(cells, [FormTexts.Entries["yes"].Chinese!, FormTexts.Entries["no"].Chinese!]),
            { Field: { Type: FieldType.Enum } field } => List(cells, OptionWords.Of(field)),
            { Field: { Type: FieldType.Number, Range: { } range } field } => Number(cells, range, field.Step == 1),
            { Field: { Type: FieldType.Time } field } => Time(cells, field.Scale ?? TimeScale.WholeDay),
            _ => null,
        };
        return bare is null ? null : bare with
        {
            Title = column.Title.In(TextLanguage.Chinese),
            Prompt = Both(column.About),
            Error = Both(FormTexts.Entries[bare.Kind == ValidationKind.List ? "error.list" : "error.range"]),
        };
    }

    /// <summary>A text in both languages, one below the other.</summary>
    public static string Both(LocalText text) => $"{text.In(TextLanguage.Chinese)}\n{text.In(TextLanguage.English)}";

    private CellValidation List(string cells, ImmutableArray<string> words) => new(ValidationKind.List, cells, lists.Formula(words));

    private static CellValidation Number(string cells, NumberRange range, bool isWhole)
    {
        bool hasWholeEnds = double.IsInteger(range.Low) && double.IsInteger(range.High);
        return new CellValidation(isWhole && hasWholeEnds ? ValidationKind.Whole : ValidationKind.Decimal, cells, Text(range.Low), Text(range.High));
    }

    // On a scale that passes midnight 0:30 means 24:30, so everything from 0:00 on may be typed.
    private static CellValidation Time(string cells, TimeScale scale) =>
        new(ValidationKind.Decimal, cells, Minutes(scale.PassesMidnight ? 0 : scale.Low), Minutes(scale.High));

    // A quotient is worked out to the last bit, as a typed time is; 15 decimal digits would leave the end itself out.
    private static string Minutes(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes}/{TimeScale.Day}");

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
