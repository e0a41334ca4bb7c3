using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Compares the blocks of a column file with their checksums, each before anything in it is used, and each once.</summary>
internal sealed class BlockChecks
{
    private readonly ColumnBytes _bytes;
    private readonly ColumnFileHeader _header;
    private readonly CancellationToken _cancellation;
    private int _checked;

    /// <summary>Begins with the checksums themselves.</summary>
    /// <exception cref="DataReadingException">They are damaged.</exception>
    public BlockChecks(ColumnBytes bytes, ColumnFileHeader header, CancellationToken cancellation)
    {
        _bytes = bytes;
        _header = header;
        _cancellation = cancellation;
        uint written = bytes.Span<uint>(header.ChecksumsStart + ((long)header.Blocks * sizeof(uint)), 1)[0];
        if (Crc32C.Of(bytes.Span<byte>(header.ChecksumsStart, header.Blocks * sizeof(uint))) != written) throw Damaged(header.ChecksumsStart);
    }

    private ReadOnlySpan<uint> Checksums => _bytes.Span<uint>(_header.ChecksumsStart, _header.Blocks);

    /// <summary>Compares all blocks up to a place, as far as that has not been done.</summary>
    /// <exception cref="DataReadingException">One of them is damaged.</exception>
    public void Through(long end)
    {
        // Before each section, too: what it holds takes time to look at.
        _cancellation.ThrowIfCancellationRequested();
        while ((long)_checked * ColumnFileFormat.BlockLength < end)
        {
            _cancellation.ThrowIfCancellationRequested();
            long whole = _header.ChecksumsStart / ColumnFileFormat.BlockLength;
            if (!Crc32CFolding.IsSupported && _checked + Crc32C.Lanes <= whole) CheckSeveral();
            else CheckOne();
        }
    }

    private void CheckSeveral()
    {
        Span<uint> found = stackalloc uint[Crc32C.Lanes];
        Crc32C.OfBlocks(_bytes.Span<byte>(StartOf(_checked), Crc32C.Lanes * ColumnFileFormat.BlockLength), found);
        int same = found.CommonPrefixLength(Checksums.Slice(_checked, Crc32C.Lanes));
        if (same < Crc32C.Lanes) throw Damaged(StartOf(_checked + same));
        _checked += Crc32C.Lanes;
    }

    private void CheckOne()
    {
        int length = (int)Math.Min(ColumnFileFormat.BlockLength, _header.ChecksumsStart - StartOf(_checked));
        if (Crc32C.Of(_bytes.Span<byte>(StartOf(_checked), length)) != Checksums[_checked]) throw Damaged(StartOf(_checked));
        _checked++;
    }

    private static long StartOf(int block) => (long)block * ColumnFileFormat.BlockLength;

    private static DataReadingException Damaged(long place) => ColumnFileFault.Of(DiagnosticCodes.ColumnFileDamaged, place.ToString(CultureInfo.InvariantCulture));
}
