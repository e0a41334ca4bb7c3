using System.Text;

namespace ComplianceRules.Facts;

/// <summary>Tells of the bytes of a cell whether they are its text as it stands: without quotes, and nothing to trim or to encode.</summary>
internal static class DirectText
{
    /// <summary>Whether a cell is an id as it stands.</summary>
    /// <param name="cell">The cell as it stands in the file; sound UTF-8.</param>
    public static bool IsId(ReadOnlySpan<byte> cell)
    {
        foreach (byte unit in cell)
        {
            if (unit is (byte)'"' or (byte)'|' or (byte)'/' or (byte)'%') return false;
        }

        return IsTrimmed(cell);
    }

    /// <summary>Whether a cell is a text as it stands, and not empty.</summary>
    /// <param name="cell">The cell as it stands in the file; sound UTF-8.</param>
    public static bool IsText(ReadOnlySpan<byte> cell) => IsTrimmed(cell) && !cell.Contains((byte)'"');

    private static bool IsTrimmed(ReadOnlySpan<byte> cell) => !cell.IsEmpty && !IsBlank(cell[0], cell, fromEnd: false) && !IsBlank(cell[^1], cell, fromEnd: true);

    private static bool IsBlank(byte outermost, ReadOnlySpan<byte> cell, bool fromEnd)
    {
        if (outermost < 0x80) return outermost <= (byte)' ';
        _ = fromEnd ? Rune.DecodeLastFromUtf8(cell, out Rune rune, out _) : Rune.DecodeFromUtf8(cell, out rune, out _);
        return Rune.IsWhiteSpace(rune);
    }
}
