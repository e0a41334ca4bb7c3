using System.Globalization;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>One cell: a value and how it looks.</summary>
/// <remarks>Immutable. A text is never a formula, whatever it begins with.</remarks>
internal readonly record struct SheetCell
{
    // Before this day the calendar of spreadsheets is wrong: it has a 29 February 1900.
    private static readonly DateOnly FirstSoundDay = new(1900, 3, 1);
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private SheetCell(CellKind kind, CellStyle style, string shown)
    {
        Kind = kind;
        Style = style;
        Shown = shown;
    }

    public CellKind Kind { get; }

    public CellStyle Style { get; private init; }

    /// <summary>What a reader gets: numbers at their shortest, days as <c>yyyy-MM-dd</c>, times as <c>H:mm</c>, <c>TRUE</c> and <c>FALSE</c>.</summary>
    public string Shown { get; }

    /// <summary>The number that is stored; 1 and 0 for true and false.</summary>
    public double Value { get; private init; }

    /// <summary>The same cell in another look.</summary>
    public SheetCell In(CellLook look) => this with { Style = Style with { Look = look } };

    /// <summary>Nothing, in some look.</summary>
    public static SheetCell Empty(CellLook look = CellLook.Plain) => new(CellKind.Empty, new CellStyle(look), string.Empty);

    public static SheetCell Text(string text, CellLook look = CellLook.Plain, CellFormat format = CellFormat.Text) =>
        text.Length == 0 ? Empty(look) : new(CellKind.Text, new CellStyle(look, format), text);

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentException">It is not finite; a spreadsheet cannot hold it.</exception>
    public static SheetCell Number(double number, CellLook look = CellLook.Plain)
    {
        if (!double.IsFinite(number)) throw new ArgumentException("a cell holds finite numbers only", nameof(number));
        return new(CellKind.Number, new CellStyle(look), number.ToString("R", CultureInfo.InvariantCulture)) { Value = number };
    }

    public static SheetCell Bool(bool truth, CellLook look = CellLook.Plain) =>
        new(CellKind.Bool, new CellStyle(look), truth ? "TRUE" : "FALSE") { Value = truth ? 1 : 0 };

    /// <summary>A day; as text where spreadsheets count days wrongly.</summary>
    public static SheetCell Date(DateOnly day, CellLook look = CellLook.Plain)
    {
        string shown = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (day < FirstSoundDay) return Text(shown, look);
        return new(CellKind.Number, new CellStyle(look, CellFormat.Date), shown) { Value = day.DayNumber - DayZero.DayNumber };
    }

    /// <summary>A time of day, which may pass midnight.</summary>
    /// <param name="minutes">Minutes after midnight.</param>
    /// <param name="look">What it looks like.</param>
    public static SheetCell Time(int minutes, CellLook look = CellLook.Plain) =>
        new(CellKind.Number, new CellStyle(look, CellFormat.Time), string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:D2}")) { Value = minutes / 1440.0 };
}
