using System.Globalization;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>The names of cells, such as <c>AB12</c>; rows and columns count from 1.</summary>
internal static class CellPlace
{
    public const int MostRows = 1_048_576;
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
}
