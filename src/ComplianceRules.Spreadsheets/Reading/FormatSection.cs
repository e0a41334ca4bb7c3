namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>One section of a number format.</summary>
/// <param name="Look">As what it shows numbers.</param>
/// <param name="Condition">Which numbers; null for the usual ones of its place.</param>
/// <param name="IsOfText">Whether it is for texts.</param>
internal sealed record FormatSection(NumberLook Look, FormatCondition? Condition, bool IsOfText)
{
    /// <summary>The sections of a format's code.</summary>
    public static IEnumerable<FormatSection> Split(string code)
    {
        for (int start = 0; start <= code.Length;)
        {
            FormatSigns signs = new();
            start = signs.Read(code, start) + 1;
            yield return new FormatSection(FormatLook.Of(signs), signs.Condition, signs.Text.Contains('@', StringComparison.Ordinal) && !signs.Text.AsSpan().ContainsAny("0#?"));
        }
    }
}
