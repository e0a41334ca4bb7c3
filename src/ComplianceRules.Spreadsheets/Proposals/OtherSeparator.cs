using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Finds out that the cells of a text are separated by something other than commas.</summary>
internal static class OtherSeparator
{
    private const int LinesLookedAt = 50;

    /// <summary>The separator; null for commas, or where there is but one column.</summary>
    /// <remarks>Titles above have no separators, and numbers such as <c>1,5</c> have commas: what counts is a line without a comma, and as many separators in most lines.</remarks>
    public static char? Find(string text)
    {
        string[] lines = [.. Lines(text).Where(l => !string.IsNullOrWhiteSpace(l)).Take(LinesLookedAt)];
        foreach (char separator in CsvText.OtherSeparators)
        {
            int header = Array.FindIndex(lines, l => l.Contains(separator, StringComparison.Ordinal));
            if (header < 0 || lines[header].Contains(',', StringComparison.Ordinal)) continue;
            int count = lines[header].Count(c => c == separator);
            int below = lines.Skip(header + 1).Count(l => l.Count(c => c == separator) == count);
            if ((below + 1) * 2 >= lines.Length) return separator;
        }

        return null;
    }

    private static IEnumerable<string> Lines(string text)
    {
        using StringReader reader = new(text);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
