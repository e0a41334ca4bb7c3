using System.Text;

namespace ComplianceRules.Diagnostics;

/// <summary>The bytes of one file and its name; turns byte offsets into places.</summary>
/// <remarks>Immutable. Lines end with LF, CR LF or CR.</remarks>
public sealed class SourceFile
{
    private const int LongestLineText = 500;
    private const int LongestRune = 4;
    private const int Block = 256;

    // Files have thousands of places, and a hostile one is a single line; counting anew for each would take quadratic time.
    private readonly Lazy<int[]> _lineStarts;
    private readonly Lazy<int[]> _unitsBeforeBlocks;

    /// <summary>Names bytes.</summary>
    /// <param name="name">The name shown in places; a path relative to where the caller looked.</param>
    /// <param name="bytes">The content; not copied, so it must not change.</param>
    public SourceFile(string name, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Bytes = bytes;
        _lineStarts = new Lazy<int[]>(() => FindLines(Bytes.Span));
        _unitsBeforeBlocks = new Lazy<int[]>(() => CountBlocks(Bytes.Span));
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
        (int line, int lineStart) = LineOf(start);
        ReadOnlySpan<byte> wanted = bytes.Slice(start, Math.Clamp(length, 0, bytes.Length - start));
        int covered = wanted.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and int cut ? cut : wanted.Length;
        int column = UnitsBefore(start) - UnitsBefore(lineStart) + 1;
        return new SourceSpan(Name, line, column, Math.Max(1, Encoding.UTF8.GetCharCount(wanted[..covered])), LineText(bytes[lineStart..]));
    }

    // A line may be the whole file; no more of it is decoded than is shown.
    private static string LineText(ReadOnlySpan<byte> rest)
    {
        rest = rest[..Math.Min(rest.Length, LongestLineText * LongestRune)];
        int end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        string text = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        return text.Length <= LongestLineText ? text : text[..LongestLineText];
    }

    private int UnitsBefore(int offset)
    {
        int block = offset / Block;
        return _unitsBeforeBlocks.Value[block] + Units(Bytes.Span[(block * Block)..offset]);
    }

    private static int[] CountBlocks(ReadOnlySpan<byte> bytes)
    {
        int[] before = new int[(bytes.Length / Block) + 1];
        for (int block = 1; block < before.Length; block++) before[block] = before[block - 1] + Units(bytes.Slice((block - 1) * Block, Block));
        return before;
    }

    // Counted byte by byte, so that a block may begin inside a character: each first byte is one unit, that of a pair of surrogates two.
    private static int Units(ReadOnlySpan<byte> bytes)
    {
        int units = 0;
        foreach (byte each in bytes) units += each switch { < 0x80 => 1, < 0xC0 => 0, < 0xF0 => 1, _ => 2 };
        return units;
    }

    private (int Line, int Start) LineOf(int offset)
    {
        int[] starts = _lineStarts.Value;
        int found = Array.BinarySearch(starts, offset);
        int line = found >= 0 ? found : ~found - 1;
        return line < 0 ? (1, 0) : (line + 1, starts[line]);
    }

    private static int[] FindLines(ReadOnlySpan<byte> bytes)
    {
        List<int> starts = [bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0];
        int at = starts[0];
        while (bytes[at..].IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and int next)
        {
            at += next + 1;
            bool pair = bytes[at - 1] == (byte)'\r' && at < bytes.Length && bytes[at] == (byte)'\n';
            if (pair) at++;
            starts.Add(at);
        }

        return [.. starts];
    }
}
