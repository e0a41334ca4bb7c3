namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Tells from the signs of a number format as what it shows numbers.</summary>
internal static class FormatLook
{
    // Some programs write the general format with its Chinese name.
    private static readonly string[] General = ["general", "g/通用格式"];

    public static NumberLook Of(FormatSigns format)
    {
        string signs = format.Text;
        if (General.Any(g => signs.Contains(g, StringComparison.Ordinal))) return Number(format);
        if (signs.AsSpan().ContainsAny("HMS")) return signs.Contains('H', StringComparison.Ordinal) ? NumberLook.Duration : NumberLook.Unclear;
        if (signs.Contains('%', StringComparison.Ordinal)) return NumberLook.Percent;
        if (signs.AsSpan().ContainsAny("0#?@") && !signs.AsSpan().ContainsAny("hs")) return Number(format);
        if (!signs.AsSpan().ContainsAny("hs")) return Day(signs) ?? Number(format);
        return Day(signs) ?? (signs.Contains('h', StringComparison.Ordinal) ? NumberLook.Time : NumberLook.Unclear);
    }

    private static NumberLook Number(FormatSigns format) => format.HasQuotedPercent ? NumberLook.PercentSign : NumberLook.Plain;

    // What shows no year may be of any: programs put in the current one where people leave it out, and the first day of a month likewise.
    private static NumberLook? Day(string signs)
    {
        bool hasYear = signs.AsSpan().ContainsAny("yegb");
        bool hasMonth = HasMonth(signs);
        bool hasDay = Runs(signs).Any(r => r.Sign == 'd' && r.Length <= 2);
        return (hasYear, hasMonth, hasDay) switch
        {
            (true, true, true) => NumberLook.Date,
            (true, true, false) => NumberLook.YearMonth,
            (false, true, true) => NumberLook.MonthDay,
            (true, false, false) => NumberLook.Year,
            (false, true, false) => NumberLook.Month,
            (false, false, true) => NumberLook.DayOfMonth,
            (true, false, true) => NumberLook.Unclear,
            _ => signs.AsSpan().ContainsAny("da") ? NumberLook.Unclear : null,
        };
    }

    // An m is a minute behind an hour and before a second.
    private static bool HasMonth(string signs)
    {
        char[] order = [.. Runs(signs).Select(r => r.Sign)];
        return order.Where((sign, i) => sign == 'm' && !(i > 0 && order[i - 1] == 'h') && !(i + 1 < order.Length && order[i + 1] == 's')).Any();
    }

    private static IEnumerable<(char Sign, int Length)> Runs(string signs)
    {
        for (int start = 0, end; start < signs.Length; start = end)
        {
            for (end = start + 1; end < signs.Length && signs[end] == signs[start]; end++)
            {
            }

            if ("ymdhs".Contains(signs[start], StringComparison.Ordinal)) yield return (signs[start], end - start);
        }
    }
}
