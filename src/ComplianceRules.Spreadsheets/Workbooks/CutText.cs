namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>Cuts texts to what a part of a workbook can hold.</summary>
internal static class CutText
{
    private const char Sign = '…';

    /// <summary>The text, no longer than some length, with … where it was cut; no character is cut in half.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many UTF-16 units it may have, at least two.</param>
    public static string Of(string text, int most)
    {
        if (text.Length <= most) return text;
        int end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + Sign;
    }
}
