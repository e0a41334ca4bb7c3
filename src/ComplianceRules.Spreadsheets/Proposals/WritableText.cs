using System.Text;
using ComplianceRules.Json;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Which texts of a table a mapping file can hold: those that strict JSON reads back as they are.</summary>
internal static class WritableText
{
    private const int Longest = 300;

    /// <summary>Whether a text can stand as a value.</summary>
    public static bool IsText(string text) => IsWritable(text, isName: false);

    /// <summary>Whether a text can stand as a key.</summary>
    public static bool IsKey(string text) => text != "note" && IsWritable(text, isName: true);

    // Half a character reads as the sign for what cannot be read.
    private static bool IsWritable(string text, bool isName) =>
        text.Length is > 0 and <= Longest && !text.EnumerateRunes().Contains(Rune.ReplacementChar) && PlainText.FirstFault(text, isName) is null;
}
