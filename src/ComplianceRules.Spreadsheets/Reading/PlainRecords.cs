using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Finds records that can be split at every comma: no quotes or zeros, carriage returns only before line feeds, as many cells as columns, sound UTF-8.</summary>
/// <remarks>What any other record means is left to CsvHelper, from its first byte on.</remarks>
/// <param name="stream">The file; can be sought in.</param>
/// <param name="width">How many columns there are; two at least, so that no empty line is a record.</param>
internal sealed class PlainRecords(Stream stream, int width)
{
    private const int Margin = RecordBatch.Margin;
    private const int BufferLength = 256 * 1024;

    // The bytes and the places of their separators stay together in the nearest cache.
    private const int WindowLength = 16 * 1024;

    private readonly byte[] _bytes = new byte[BufferLength + (2 * Margin)];
    private readonly int[] _ends = new int[WindowLength + (2 * Margin)];
    private RecordBatch? _batch;
    private int _from = Margin;
    private int _to = Margin;
    private bool _isEnd;

    /// <summary>Where the next record begins, from the first byte of the file.</summary>
    public long Offset { get; private set; }

    /// <summary>The line of the next record, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Whether the last batch had a letter outside ASCII.</summary>
    public bool HasLetters { get; private set; }

    /// <summary>Goes to a record.</summary>
    /// <param name="offset">Where it begins.</param>
    /// <param name="line">Its line.</param>
    public void Seek(long offset, long line)
    {
        (Offset, Line) = (offset, line);
        stream.Position = offset;
        (_from, _to, _isEnd) = (Margin, Margin, false);
    }

    /// <summary>The next plain records; null where the next record is not plain, or where there is none.</summary>
    public RecordBatch? Next()
    {
        if (_to - _from < WindowLength && !_isEnd) Fill();
        int window = Math.Min(_to - _from, WindowLength);
        ref byte bytes = ref MemoryMarshal.GetArrayDataReference(_bytes);
        _ends[0] = _from - 1;
        SeparatorScan scan = default;
        scan.Run(ref bytes, _from, _from + window, ref _ends[1]);
        int count = CountPlain(scan, out int lineEnd);
        HasLetters = scan.HasOthers && !Ascii.IsValid(Taken(count));
        if (HasLetters && !Utf8.IsValid(Taken(count))) count = CountSound(count);
        if (count == 0 || Line > int.MaxValue - WindowLength) return null;
        _batch ??= new RecordBatch(_bytes, _ends, width);
        _batch.Take(count, (int)Line, lineEnd);
        int end = _ends[count * width] + 1;
        Offset += end - _from;
        Line += count;
        _from = end;
        return _batch;
    }

    private ReadOnlySpan<byte> Taken(int count) => _bytes.AsSpan(_from..(_ends[count * width] + 1));

    // Reading goes on behind what is left, which is less than a window.
    private void Fill()
    {
        int left = _to - _from;
        _bytes.AsSpan(_from, left).CopyTo(_bytes.AsSpan(Margin));
        (_from, _to) = (Margin, Margin + left);
        int read = stream.ReadAtLeast(_bytes.AsSpan(_to, BufferLength - left), BufferLength - left, throwOnEndOfStream: false);
        _to += read;
        _isEnd = _to < Margin + BufferLength;
    }

    // The first records that end where they are to end, all in the same way, and have no line feed before.
    private int CountPlain(SeparatorScan scan, out int lineEnd)
    {
        (lineEnd, int count) = (0, 0);
        for (int last = width; last <= scan.Count; last += width)
        {
            int at = _ends[last];
            if (_bytes[at] != (byte)'\n') break;
            int own = _bytes[at - 1] == (byte)'\r' ? 2 : 1;
            if (lineEnd == 0) lineEnd = own;
            if (own != lineEnd) break;
            count++;
        }

        int lines = scan.Lines;
        for (int i = (count * width) + 1; i <= scan.Count; i++) lines -= IsLineFeed(i) ? 1 : 0;
        return lines == count ? count : CountUnbroken(count);
    }

    private int CountUnbroken(int count)
    {
        for (int i = 1; i <= count * width; i++)
        {
            if (i % width != 0 && IsLineFeed(i)) return i / width;
        }

        return count;
    }

    private int CountSound(int count)
    {
        for (int record = 0; record < count; record++)
        {
            if (!Utf8.IsValid(_bytes.AsSpan((_ends[record * width] + 1).._ends[(record + 1) * width]))) count = record;
        }

        HasLetters = !Ascii.IsValid(Taken(count));
        return count;
    }

    private bool IsLineFeed(int separator) => _bytes[_ends[separator]] == (byte)'\n';
}
