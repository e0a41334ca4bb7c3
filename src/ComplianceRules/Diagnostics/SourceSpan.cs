using System.Globalization;

namespace ComplianceRules.Diagnostics;

/// <summary>A place in a file.</summary>
/// <remarks>
/// Line and column are 1-based. In a text a column counts UTF-16 units of its line, a byte order mark not counted; in a table (CSV, a sheet, rows of a database) a line is a row
/// and a column counts cells.
/// </remarks>
/// <param name="File">The file's name as the caller gave it.</param>
/// <param name="Line">The line, from 1; 0 where only the file is known.</param>
/// <param name="Column">The column, from 1; 0 where only the line is known.</param>
/// <param name="Length">UTF-16 units that the place covers on its line; at least 1.</param>
/// <param name="LineText">The line itself for the caret, cut at 500 units; null where it is not at hand.</param>
public sealed record SourceSpan(string File, int Line, int Column, int Length = 1, string? LineText = null)
{
    /// <summary>A whole file, with no line.</summary>
    /// <param name="file">The file's name as the caller gave it.</param>
    public static SourceSpan Whole(string file) => new(file, 0, 0);

    /// <summary>The sheet of a workbook; null where the file has no sheets.</summary>
    public string? Sheet { get; init; }

    /// <summary>The cell as spreadsheets name it, such as <c>C7</c>; null outside sheets and where no cell is known.</summary>
    public string? Cell => Sheet is null || Line == 0 || Column == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Letters(Column)}{Line}");

    /// <summary>The place as <c>file(line,column)</c>, in a workbook as <c>file[sheet!C7]</c>, without the parts that are not known.</summary>
    public override string ToString()
    {
        if (Sheet is not null) return Line == 0 ? $"{File}[{Sheet}]" : $"{File}[{Sheet}!{Cell ?? Line.ToString(CultureInfo.InvariantCulture)}]";
        return Line == 0 ? File : Column == 0 ? $"{File}({Line})" : $"{File}({Line},{Column})";
    }

    private static string Letters(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);
}
