using System.Text;

namespace ComplianceRules.Facts;

/// <summary>Counts lines and columns while bytes go by.</summary>
/// <remarks>Lines end with LF, CR LF or CR; columns count UTF-16 units. Both begin with 1.</remarks>
/// <param name="line">The line of the first byte.</param>
/// <param name="column">The column of the first byte.</param>
internal sealed class TextPosition(int line, int column)
{
    private const byte LineFeed = (byte)'\n';
    private const byte Return = (byte)'\r';

    private bool _afterReturn;

    public int Line { get; private set; } = line;

    public int Column { get; private set; } = column;

    /// <summary>Goes past bytes; a character is never cut between two calls.</summary>
    public void Pass(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOfAny(LineFeed, Return);
            if (end != 0)
            {
                ReadOnlySpan<byte> text = end < 0 ? bytes : bytes[..end];
                Column += Encoding.UTF8.GetCharCount(text);
                _afterReturn = false;
                bytes = bytes[text.Length..];
                continue;
            }

            bool secondHalf = _afterReturn && bytes[0] == LineFeed;
            if (!secondHalf) Line++;
            Column = 1;
            _afterReturn = bytes[0] == Return;
            bytes = bytes[1..];
        }
    }
}
