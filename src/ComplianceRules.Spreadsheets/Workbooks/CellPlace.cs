using System.Globalization;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>The names of cells, such as <c>AB12</c>; rows and columns count from 1.</summary>
internal static class CellPlace
{
    /// <summary>The last row that a sheet can have.</summary>
    public const int MostRows = 1_048_576;
    /// <summary>The last column that a sheet can have.</summary>
    public const int MostColumns = 16_384;
    private const int Letters = 26;

    public static string Of(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{row}");

    /// <summary>A stretch of one column.</summary>
    public static string Stretch(int column, int first, int last) => $"{Of(column, first)}:{Of(column, last)}";

    public static string Column(int column)
    {
        string name = string.Empty;
        for (int rest = column; rest > 0; rest = (rest - 1) / Letters) name = (char)('A' + ((rest - 1) % Letters)) + name;
        return name;
    }

    /// <summary>Reads <c>C3</c>; capitals only, as workbooks store it.</summary>
    /// <returns>Whether a sheet can have such a cell.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out int column, out int row)
    {
        (column, row) = (0, 0);
        int digits = text.IndexOfAnyInRange('0', '9');
        if (digits is < 1 or > 3) return false;
        foreach (char c in text[..digits])
        {
            if (!char.IsAsciiLetterUpper(c)) return false;
            column = (column * Letters) + (c - 'A' + 1);
        }

        return int.TryParse(text[digits..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is >= 1 and <= MostRows && column <= MostColumns;
    }
}
