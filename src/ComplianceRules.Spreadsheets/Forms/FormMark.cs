using System.Security.Cryptography;
using System.Text;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>The marks in the hidden column and row of a form, by which it is read again whatever its sheets are called.</summary>
/// <remarks>A row whose first cell begins with <see cref="Sign"/> is no data.</remarks>
internal static class FormMark
{
    /// <summary>What every mark begins with.</summary>
    public const char Sign = '#';

    /// <summary>Marks the row of Chinese titles.</summary>
    public const string Chinese = "#zh";

    /// <summary>Marks the row of English titles.</summary>
    public const string English = "#en";

    /// <summary>Marks the row that says what may be written.</summary>
    public const string About = "#about";

    /// <summary>Begins the mark of the example row; its digest follows.</summary>
    public const string Example = "#example:";

    private const string Sheet = "#compliance-rules:";
    private const string NoTable = "-";
    private const char Between = '\u001F';
    private const int DigestDigits = 8;

    /// <summary>The mark of a sheet that holds no rows of data.</summary>
    public static string OfNoTable => Sheet + NoTable;

    /// <summary>The mark of the sheet of a table, or of <c>snapshot</c>.</summary>
    public static string OfTable(string table) => Sheet + table;

    /// <summary>Whether a cell marks a sheet of a form.</summary>
    /// <param name="cell">The first cell of the sheet.</param>
    /// <param name="table">The table; null where the sheet holds no rows of data.</param>
    public static bool IsSheet(string cell, out string? table)
    {
        bool isSheet = cell.StartsWith(Sheet, StringComparison.Ordinal);
        table = isSheet && cell[Sheet.Length..] != NoTable ? cell[Sheet.Length..] : null;
        return isSheet;
    }

    /// <summary>The mark of an example row: an example that somebody has written over has another.</summary>
    /// <param name="cells">The texts of its cells as a reader gets them, without the marked one; in which columns they stand does not count, for columns may be put in or moved.</param>
    public static string OfExample(IEnumerable<string> cells)
    {
        string text = string.Join(Between, cells.Where(c => c.Length > 0).Order(StringComparer.Ordinal));
        return Example + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestDigits];
    }
}
