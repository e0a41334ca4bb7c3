using System.Globalization;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Cells that are one; rows and columns from 1, both ends included.</summary>
/// <param name="FirstRow">The top row.</param>
/// <param name="FirstColumn">The left column.</param>
/// <param name="LastRow">The bottom row.</param>
/// <param name="LastColumn">The right column.</param>
internal sealed record MergedArea(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>The last row that a sheet can have.</summary>
    public const int MostRows = 1 << 20;

    /// <summary>The last column that a sheet can have.</summary>
    public const int MostColumns = 1 << 14;

    /// <summary>What the first cell holds; empty before its row is read.</summary>
    public CellContent Content { get; private set; }

    /// <summary>Takes what the first cell holds.</summary>
    public void Fill(CellContent content) => Content = content with { SpansRows = LastRow > FirstRow, SpansColumns = LastColumn > FirstColumn };

    /// <summary>Reads <c>A1:C3</c>.</summary>
    public static MergedArea? Of(string? text)
    {
        string[] ends = text?.Split(':') ?? [];
        if (ends.Length != 2 || !TryPlace(ends[0], out int top, out int left) || !TryPlace(ends[1], out int bottom, out int right)) return null;
        return top <= bottom && left <= right ? new MergedArea(top, left, bottom, right) : null;
    }

    /// <summary>Reads <c>C3</c>.</summary>
    public static bool TryPlace(string text, out int row, out int column)
    {
        (row, column) = (0, 0);
        int digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits is < 1 or > 3) return false;
        foreach (char c in text.AsSpan(0, digits))
        {
            if (!char.IsAsciiLetterUpper(c)) return false;
            column = (column * 26) + (c - 'A' + 1);
        }

        return int.TryParse(text.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is >= 1 and <= MostRows && column <= MostColumns;
    }
}
