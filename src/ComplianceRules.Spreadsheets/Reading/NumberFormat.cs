namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Tells from a number format as what numbers are shown.</summary>
internal static class NumberFormat
{
    /// <summary>The look of a format that every workbook has without writing it down.</summary>
    public static NumberLook OfBuiltIn(int id) => id switch
    {
        9 or 10 => NumberLook.Percent,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberLook.Date,
        (>= 18 and <= 21) or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => NumberLook.Time,
        46 => NumberLook.Duration,
        _ => NumberLook.Plain,
    };

    /// <summary>The look of a format by its code, such as <c>yyyy"年"m"月"d"日"</c>; its first section counts.</summary>
    public static NumberLook Of(string code)
    {
        if (code.StartsWith("General", StringComparison.OrdinalIgnoreCase)) return NumberLook.Plain;
        string signs = Signs(code, out bool isElapsed);
        if (isElapsed) return NumberLook.Duration;
        if (signs.Contains('%', StringComparison.Ordinal)) return NumberLook.Percent;
        if (signs.AsSpan().ContainsAny("0#?@") && !signs.AsSpan().ContainsAny("hs")) return NumberLook.Plain;
        if (signs.AsSpan().ContainsAny("ydeg")) return NumberLook.Date;
        if (signs.AsSpan().ContainsAny("hs")) return NumberLook.Time;
        return signs.AsSpan().ContainsAny("mab") ? NumberLook.Date : NumberLook.Plain;
    }

    // The signs that mean something: not what is quoted or escaped, and neither colours, conditions and languages nor morning and afternoon.
    private static string Signs(string code, out bool isElapsed)
    {
        isElapsed = false;
        List<char> signs = [];
        for (int i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = EndOf(code, i, '"');
                    break;
                case '[':
                    int end = EndOf(code, i, ']');
                    isElapsed |= IsElapsed(code.AsSpan(i + 1, Math.Max(end - i - 1, 0)));
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                default:
                    signs.Add(char.ToLowerInvariant(code[i]));
                    break;
            }
        }

        return new string([.. signs]).Replace("am/pm", string.Empty, StringComparison.Ordinal).Replace("a/p", string.Empty, StringComparison.Ordinal);
    }

    private static int EndOf(string code, int start, char closing)
    {
        int end = code.IndexOf(closing, start + 1);
        return end < 0 ? code.Length : end;
    }

    private static bool IsElapsed(ReadOnlySpan<char> inside) => inside.Length > 0 && (inside.Trim("hH").IsEmpty || inside.Trim("mM").IsEmpty || inside.Trim("sS").IsEmpty);
}
