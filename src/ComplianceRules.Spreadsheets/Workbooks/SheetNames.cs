using System.Globalization;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>Finds names for the sheets of one workbook.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="taken">Names that are given away already.</param>
internal sealed class SheetNames(params IEnumerable<string> taken)
{
    private const int Longest = 31;

    // Spreadsheets do not tell apart names that differ in case only.
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a spreadsheet allows a name.</summary>
    public static bool IsPossible(string name) =>
        name.Length is > 0 and <= Longest && name[0] != '\'' && name[^1] != '\''
        && !name.Any(c => char.IsControl(c) || c is '[' or ']' or ':' or '*' or '?' or '/' or '\\')
        && name == name.Trim() && !name.Equals("History", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the first wish that is possible and free; else the last one, shortened and numbered.</summary>
    /// <param name="wishes">The wishes; the last is possible but for its length.</param>
    public string Take(params ReadOnlySpan<string> wishes)
    {
        foreach (string wish in wishes)
        {
            if (IsPossible(wish) && _taken.Add(wish)) return wish;
        }

        for (int number = 2; ; number++)
        {
            string end = string.Create(CultureInfo.InvariantCulture, $"_{number}");
            string name = string.Concat(wishes[^1].AsSpan(0, Math.Min(wishes[^1].Length, Longest - end.Length)), end);
            if (_taken.Add(name)) return name;
        }
    }
}
