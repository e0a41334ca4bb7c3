using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>Makes the column of a fact.</summary>
/// <param name="units">The counting units that packs declare.</param>
internal sealed class FieldColumn(IReadOnlyDictionary<string, LocalText> units)
{
    private const int MostOptionsShown = 12;

    public FormColumn Of(FieldSchema field) => new(field.Name, Title(field), About(field), FormExample.Of(field))
    {
        Field = field,
        IsYesOrNo = field.Type == FieldType.Bool,
        Format = field.Type switch
        {
            FieldType.Text or FieldType.Enum or FieldType.Set => CellFormat.Text,
            FieldType.Date => CellFormat.Date,
            FieldType.Time => CellFormat.Time,
            _ => CellFormat.General,
        },
    };

    /// <summary>Lines of explanation, one below the other.</summary>
    public static LocalText Lines(params IEnumerable<LocalText> lines)
    {
        LocalText[] all = [.. lines];
        return new LocalText(string.Join('\n', all.Select(l => l.In(TextLanguage.Chinese))), string.Join('\n', all.Select(l => l.In(TextLanguage.English))));
    }

    private LocalText Title(FieldSchema field)
    {
        LocalText title = field.Title == LocalText.Empty ? LocalText.Same(field.Name) : field.Title;
        LocalText unit = field.Unit is { } u ? new(u.Label(TextLanguage.Chinese, units, true), u.Label(TextLanguage.English, units, true)) : LocalText.Same(string.Empty);
        return unit.Chinese!.Length == 0 ? title : FormTexts.Say("head.unit", title, unit);
    }

    private static LocalText About(FieldSchema field) => Lines(field.Name switch
    {
        StageFacts.Stage => [.. TypeLines(field), FormTexts.Say("about.stage")],
        StageFacts.Grade => [.. TypeLines(field), FormTexts.Say("about.grade")],
        _ => TypeLines(field),
    });

    private static ImmutableArray<LocalText> TypeLines(FieldSchema field) => field.Type switch
    {
        FieldType.Number => NumberLines(field),
        FieldType.Bool => [FormTexts.Say("about.bool")],
        FieldType.Enum => [FormTexts.Say("about.enum", Options(field))],
        FieldType.Set => [FormTexts.Say("about.set", Options(field))],
        FieldType.Date => [FormTexts.Say("about.date")],
        FieldType.Time => TimeLines(field.Scale ?? TimeScale.WholeDay),
        _ => [FormTexts.Say("about.text")],
    };

    private static ImmutableArray<LocalText> NumberLines(FieldSchema field)
    {
        LocalText range = field.Range is { } r ? FormTexts.Say("about.range", Number(r.Low), Number(r.High)) : FormTexts.Say("about.number");
        return field.Step switch
        {
            null => [range],
            1 => [range, FormTexts.Say("about.whole")],
            { } step => [range, FormTexts.Say("about.step", Number(step))],
        };
    }

    private static ImmutableArray<LocalText> TimeLines(TimeScale scale)
    {
        LocalText range = FormTexts.Say("about.time", LocalText.Same(TimeScale.Format(scale.Low)), LocalText.Same(TimeScale.Format(scale.High)));
        return scale.PassesMidnight ? [range, FormTexts.Say("about.midnight")] : [range];
    }

    private static LocalText Options(FieldSchema field)
    {
        IEnumerable<LocalText> words = OptionWords.Of(field).Zip(field.Options)
            .Select(p => FormTexts.Say("about.option", LocalText.Same(p.First), p.Second.Title == LocalText.Empty ? LocalText.Same(p.Second.Key) : p.Second.Title));
        LocalText shown = FormTexts.Join(words.Take(MostOptionsShown));
        return field.Options.Length <= MostOptionsShown ? shown : new LocalText(shown.Chinese + "…", shown.English + "…");
    }

    private static LocalText Number(double number) => LocalText.Same(number.ToString("R", CultureInfo.InvariantCulture));
}
