namespace ComplianceRules.Facts;

/// <summary>Reads full-width signs as half-width ones.</summary>
internal static class CellText
{
    private const int Offset = '０' - '0';

    /// <summary>The text with full-width digits and the signs of numbers, dates and times made half-width; other characters stay.</summary>
    public static string Fold(string text) => text.AsSpan().ContainsAnyInRange('％', '：') ? string.Create(text.Length, text, Fold) : text;

    private static void Fold(Span<char> folded, string text)
    {
        for (int i = 0; i < folded.Length; i++) folded[i] = IsFolded(text[i]) ? (char)(text[i] - Offset) : text[i];
    }

    private static bool IsFolded(char c) => c is (>= '０' and <= '９') or '：' or '％' or '－' or '＋' or '．' or '／';
}
