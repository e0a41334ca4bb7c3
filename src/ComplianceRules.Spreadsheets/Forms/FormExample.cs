using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>Makes up a value that a fact may have, for the example row.</summary>
internal static class FormExample
{
    private const int Share = 8;
    private const int RoundTime = 10;

    private static readonly DateOnly SomeDay = new(2026, 9, 1);

    public static SheetCell Day => SheetCell.Date(SomeDay, CellLook.Example);

    public static SheetCell Yes => Text(FormTexts.Entries["yes"].Chinese!);

    public static SheetCell Text(string text) => SheetCell.Text(text, CellLook.Example);

    public static SheetCell Of(FieldSchema field) => field.Type switch
    {
        FieldType.Number => SheetCell.Number(Number(field), CellLook.Example),
        FieldType.Bool => Yes,
        FieldType.Enum => Text(OptionWords.Of(field)[0]),
        FieldType.Set => Text(Set(OptionWords.Of(field))),
        FieldType.Date => Day,
        FieldType.Time => SheetCell.Time(Time(field.Scale ?? TimeScale.WholeDay), CellLook.Example),
        _ => Text(FormTexts.Entries["example"].Chinese!),
    };

    // Two values show how they are joined.
    private static string Set(ImmutableArray<string> words) => string.Join(FormTexts.Entries["separator"].Chinese, words.Take(2));

    private static double Number(FieldSchema field)
    {
        if (field.Range is not { } range) return field.Step ?? 1;
        double near = range.Low + ((range.High / Share) - (range.Low / Share));
        double stride = field.Step ?? 1;
        bool isExact = FactNumber.TryParse((double.Round(near / stride) * stride).ToString("R", CultureInfo.InvariantCulture), out double whole);
        return isExact && Fits(range, whole, stride) ? whole : Fits(range, 0, stride) ? 0 : range.Low;
    }

    private static bool Fits(NumberRange range, double number, double stride) => range.Contains(number) && NumberStep.Fits(number, stride);

    private static int Time(TimeScale scale)
    {
        int middle = (scale.Low + scale.High) / 2;
        int round = middle - (middle % RoundTime);
        return round >= scale.Low ? round : scale.Low;
    }
}
