namespace ComplianceRules.Facts;

/// <summary>Reads numbers whose digits stand in groups of three, such as <c>1,234.5</c>.</summary>
internal static class GroupedNumber
{
    /// <summary>The only format of numbers: how spreadsheets name it.</summary>
    public const string Format = "#,##0";

    /// <summary>The signs that may stand between groups.</summary>
    public const string Commas = ",，";

    private const char WideComma = '，';

    /// <summary>Takes out the commas between groups; a number without any stays.</summary>
    /// <param name="text">The number.</param>
    /// <param name="plain">The number without commas; empty where they do not stand between groups of three.</param>
    public static bool TryUngroup(string text, out string plain)
    {
        plain = text.Replace(WideComma, ',');
        if (!plain.Contains(',', StringComparison.Ordinal)) return true;
        bool grouped = IsGrouped(plain.AsSpan(plain[0] is '-' or '+' ? 1 : 0));
        plain = grouped ? plain.Replace(",", string.Empty, StringComparison.Ordinal) : string.Empty;
        return grouped;
    }

    // No group begins a number with 0: `0,125` is an eighth to many people.
    private static bool IsGrouped(ReadOnlySpan<char> text)
    {
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        if (point >= 0 && text[(point + 1)..].ContainsAnyExceptInRange('0', '9')) return false;
        bool first = true;
        foreach (Range range in whole.Split(','))
        {
            ReadOnlySpan<char> group = whole[range];
            bool sized = first ? group.Length is > 0 and <= 3 && group[0] != '0' : group.Length == 3;
            if (!sized || group.ContainsAnyExceptInRange('0', '9')) return false;
            first = false;
        }

        return true;
    }
}
