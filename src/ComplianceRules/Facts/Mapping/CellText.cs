namespace ComplianceRules.Facts;

/// <summary>Reads full-width signs as half-width ones.</summary>
internal static class CellText
{
    private const int Offset = '０' - '0';
    private const char MinusSign = '\u2212';

    /// <summary>The text with full-width digits and the signs of numbers, dates and times made half-width, and the minus sign a hyphen; other characters stay.</summary>
    public static string Fold(string text) =>
        text.AsSpan().ContainsAnyInRange('％', '：') || text.Contains(MinusSign, StringComparison.Ordinal) ? string.Create(text.Length, text, Fold) : text;

    private static void Fold(Span<char> folded, string text)
    {
        for (int i = 0; i < folded.Length; i++) folded[i] = Fold(text[i]);
    }

    private static char Fold(char c) => c switch
    {
        (>= '０' and <= '９') or '：' or '％' or '－' or '＋' or '．' or '／' => (char)(c - Offset),
        MinusSign => '-',
        _ => c,
    };
}
