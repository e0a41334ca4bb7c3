using System.Buffers.Text;
using System.Text;

namespace ComplianceRules.Benchmarks;

/// <summary>Text in UTF-8 on its way into a stream, through a buffer.</summary>
/// <param name="output">The stream; it stays open.</param>
internal sealed class Utf8Text(Stream output)
{
    private const int Room = 64 * 1024;
    private const int LongestPiece = 1024;

    private readonly byte[] _buffer = new byte[Room];
    private int _length;

    public void Write(ReadOnlySpan<byte> text)
    {
        MakeRoom(text.Length);
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    public void Write(string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > LongestPiece)
        {
            Flush();
            output.Write(Encoding.UTF8.GetBytes(text));
            return;
        }

        MakeRoom(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    public void Write(long number)
    {
        MakeRoom(24);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out int written);
        _length += written;
    }

    public void WriteSpaces(int count)
    {
        for (int i = 0; i < count; i++) Write(" "u8);
    }

    /// <summary>Writes a number of tenths or hundredths with as few digits as it needs: 10, 9.5, 9.55.</summary>
    /// <param name="steps">How many there are; not negative.</param>
    /// <param name="denominator">10 or 100.</param>
    public void Write(long steps, int denominator)
    {
        (long whole, long rest) = Math.DivRem(steps, denominator);
        Write(whole);
        if (rest == 0) return;
        Write("."u8);
        if (denominator == 100 && rest < 10) Write("0"u8);
        Write(denominator == 100 && rest % 10 == 0 ? rest / 10 : rest);
    }

    /// <summary>Writes a time of day as 08:20; after midnight it begins at 00:00 again, as people write it.</summary>
    public void WriteTime(int minutes)
    {
        (int hours, int rest) = Math.DivRem(minutes % (24 * 60), 60);
        Write([(byte)('0' + (hours / 10)), (byte)('0' + (hours % 10)), (byte)':', (byte)('0' + (rest / 10)), (byte)('0' + (rest % 10))]);
    }

    public void Flush()
    {
        output.Write(_buffer, 0, _length);
        _length = 0;
    }

    private void MakeRoom(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LongestPiece);
        if (_length + length > Room) Flush();
    }
}
