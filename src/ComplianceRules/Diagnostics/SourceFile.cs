using System.Text;

namespace ComplianceRules.Diagnostics;

/// <summary>The bytes of one file and its name; turns byte offsets into places.</summary>
/// <remarks>Immutable. Lines end with LF, CR LF or CR.</remarks>
public sealed class SourceFile
{
    private const int LongestLineText = 500;

    /// <summary>Names bytes.</summary>
    /// <param name="name">The name shown in places; a path relative to where the caller looked.</param>
    /// <param name="bytes">The content; not copied, so it must not change.</param>
    public SourceFile(string name, ReadOnlyMemory<byte> bytes)
    {
        Name = name;
        Bytes = bytes;
    }

    /// <summary>The name shown in places.</summary>
    public string Name { get; }

    /// <summary>The content.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The place of a run of bytes.</summary>
    /// <param name="start">The offset of the first byte; past the end means the end.</param>
    /// <param name="length">How many bytes; only those on the first line count.</param>
    public SourceSpan SpanAt(int start, int length = 1)
    {
        ReadOnlySpan<byte> bytes = Bytes.Span;
        start = Math.Clamp(start, 0, bytes.Length);
        (int line, int lineStart) = LineOf(bytes, start);
        int rest = bytes[lineStart..].IndexOfAny((byte)'\n', (byte)'\r');
        int lineEnd = rest < 0 ? bytes.Length : lineStart + rest;
        int end = Math.Clamp(start + Math.Max(length, 1), start, Math.Max(lineEnd, start));
        int column = Encoding.UTF8.GetCharCount(bytes[lineStart..start]) + 1;
        int covered = Math.Max(1, Encoding.UTF8.GetCharCount(bytes[start..end]));
        string text = Encoding.UTF8.GetString(bytes[lineStart..lineEnd]);
        return new SourceSpan(Name, line, column, covered, text.Length <= LongestLineText ? text : text[..LongestLineText]);
    }

    private static (int Line, int Start) LineOf(ReadOnlySpan<byte> bytes, int offset)
    {
        int start = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) && offset >= 3 ? 3 : 0;
        int line = 1;
        for (int i = start; i < offset; i++)
        {
            bool lineFeed = bytes[i] == (byte)'\n';
            bool loneReturn = bytes[i] == (byte)'\r' && (i + 1 >= bytes.Length || bytes[i + 1] != (byte)'\n');
            if (!lineFeed && !loneReturn) continue;
            line++;
            start = i + 1;
        }

        return (line, start);
    }
}
