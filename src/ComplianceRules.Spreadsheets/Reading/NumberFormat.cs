using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>A number format: as what it shows which numbers.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class NumberFormat
{
    private const int MostSections = 3;

    private readonly ImmutableArray<FormatSection> _sections;

    private NumberFormat(ImmutableArray<FormatSection> sections) => _sections = sections;

    /// <summary>The format of cells that have none.</summary>
    public static NumberFormat General { get; } = Always(NumberLook.Plain);

    /// <summary>A format that every workbook has without writing it down; where that differs between languages, the Chinese one.</summary>
    public static NumberFormat OfBuiltIn(int id) => Always(id switch
    {
        9 or 10 => NumberLook.Percent,
        14 or 15 or 22 or 30 or 31 => NumberLook.Date,
        17 or 27 or 36 or 50 or 52 or 57 => NumberLook.YearMonth,
        16 or 28 or 29 or 51 or 53 or 54 or 58 => NumberLook.MonthDay,
        (>= 18 and <= 21) or (>= 32 and <= 35) or 55 or 56 => NumberLook.Time,
        46 => NumberLook.Duration,
        45 or 47 => NumberLook.Unclear,
        _ => NumberLook.Plain,
    });

    /// <summary>A format by its code, such as <c>yyyy"年"m"月"d"日";@</c>.</summary>
    public static NumberFormat Of(string code)
    {
        // The section of texts says nothing of numbers.
        FormatSection[] sections = [.. FormatSection.Split(code).Take(MostSections).Where(s => !s.IsOfText)];
        return sections.Length == 0 ? General : new NumberFormat([.. sections]);
    }

    /// <summary>As what a number is shown.</summary>
    public NumberLook LookOf(double number)
    {
        for (int i = 0; i < _sections.Length; i++)
        {
            bool isLast = i == _sections.Length - 1;
            bool isMeant = _sections[i].Condition is { } condition ? condition.Holds(number) : isLast || IsUsual(i, number);
            if (isMeant) return _sections[i].Look;
        }

        return NumberLook.Plain;
    }

    // Without conditions the first section is for what is above zero, and for zero where no other is; the second for what is below.
    private bool IsUsual(int section, double number) => section == 0 ? number > 0 || (number == 0 && _sections.Length == 2) : number < 0;

    private static NumberFormat Always(NumberLook look) => new([new FormatSection(look, null, false)]);
}
