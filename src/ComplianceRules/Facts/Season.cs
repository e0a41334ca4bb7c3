using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>Days that come every year, such as <c>11-15..03-15</c>: both days included, past the end of the year where the second is the earlier one.</summary>
/// <remarks>Immutable. A season whose last day is 28 February has 29 February too. The default is 1 January alone.</remarks>
public readonly record struct Season
{
    /// <summary>How many days of the year there are, 29 February among them.</summary>
    internal const int DaysOfYear = 366;

    private const int LeapYear = 2000;
    private const string Between = "..";
    private const string DayFormat = "MM-dd";

    private static readonly int EndOfFebruary = DayOf(new DateOnly(LeapYear, 2, 28));

    private readonly int _last;

    private Season(int first, int last)
    {
        First = first;
        _last = last;
    }

    /// <summary>The first day, as one of the year, from 0.</summary>
    internal int First { get; }

    /// <summary>The day of the year after the last, from 0.</summary>
    internal int Next => (_last + (_last == EndOfFebruary ? 2 : 1)) % DaysOfYear;

    /// <summary>Reads a season.</summary>
    /// <param name="text">Two days as <c>MM-DD</c> with two dots between.</param>
    /// <exception cref="FormatException">The text is no season.</exception>
    public static Season Parse(string text) => TryParse(text, out Season season) ? season : throw new FormatException($"`{text}` is no season");

    /// <summary>Reads a season.</summary>
    /// <param name="text">Two days as <c>MM-DD</c> with two dots between.</param>
    /// <param name="season">The season; the default where the text is none.</param>
    /// <returns>Whether the text is a season.</returns>
    public static bool TryParse(string? text, out Season season)
    {
        season = default;
        if (text is null || text.Length != Between.Length + (2 * DayFormat.Length) || text.IndexOf(Between, StringComparison.Ordinal) != DayFormat.Length) return false;
        if (Day(text[..DayFormat.Length]) is not { } first || Day(text[^DayFormat.Length..]) is not { } last) return false;
        season = new Season(first, last);
        return true;
    }

    /// <summary>Whether a day lies in the season; its first and last do.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => Contains(DayOf(day));

    /// <summary>The season as packs write it.</summary>
    public override string ToString() => $"{DayText(First)}{Between}{DayText(_last)}";

    /// <summary>The day of the year of a date, from 0; the same for one day of each year, whether or not it is a leap year.</summary>
    /// <param name="day">The date.</param>
    internal static int DayOf(DateOnly day) => new DateOnly(LeapYear, day.Month, day.Day).DayOfYear - 1;

    /// <summary>The season of the days from one day of the year up to the one before another.</summary>
    /// <param name="first">The first day, from 0.</param>
    /// <param name="next">The day after the last, from 0.</param>
    internal static Season Until(int first, int next) => new(first, (next + DaysOfYear - 1) % DaysOfYear);

    /// <summary>Whether a day of the year, from 0, lies in the season.</summary>
    /// <param name="day">The day.</param>
    internal bool Contains(int day)
    {
        int last = _last == EndOfFebruary ? _last + 1 : _last;
        return First <= _last ? day >= First && day <= last : day >= First || day <= last;
    }

    /// <summary>Whether two seasons share a day.</summary>
    /// <param name="other">The other.</param>
    internal bool Meets(Season other) => Contains(other.First) || other.Contains(First);

    /// <summary>The parts that seasons cut the year into, each by its first day, in the order of the year: the same seasons hold on all days of a part. One part where there are none.</summary>
    /// <param name="seasons">The seasons.</param>
    internal static int[] PartsOf(IEnumerable<Season> seasons)
    {
        int[] cuts = [.. seasons.SelectMany(s => new[] { s.First, s.Next }).Distinct().Order()];
        return cuts.Length == 0 ? [0] : cuts;
    }

    private static int? Day(string text) =>
        DateOnly.TryParseExact($"{LeapYear}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? DayOf(day) : null;

    private static string DayText(int day) => new DateOnly(LeapYear, 1, 1).AddDays(day).ToString(DayFormat, CultureInfo.InvariantCulture);
}
