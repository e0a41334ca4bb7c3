using System.Buffers.Binary;
using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>The first bytes of a column file: what it is, and where its parts lie.</summary>
/// <remarks>Behind the header come the description, the sections, and from <paramref name="ChecksumsStart"/> on a checksum for each block before it and one for those checksums.</remarks>
/// <param name="FileLength">How many bytes the whole file has.</param>
/// <param name="DescriptionLength">How many bytes the description has.</param>
/// <param name="ChecksumsStart">Where the checksums begin.</param>
/// <param name="Fingerprint">The SHA-256 of the schema's description.</param>
internal sealed record ColumnFileHeader(long FileLength, long DescriptionLength, long ChecksumsStart, ReadOnlyMemory<byte> Fingerprint)
{
    private const int VersionAt = 8;
    private const int BlockLengthAt = 12;
    private const int FileLengthAt = 16;
    private const int DescriptionLengthAt = 24;
    private const int ChecksumsStartAt = 32;
    private const int FingerprintAt = 40;
    private const int UnusedAt = 72;
    private const int ChecksumAt = ColumnFileFormat.HeaderLength - sizeof(uint);

    /// <summary>How many blocks have a checksum.</summary>
    public int Blocks => (int)((ChecksumsStart + ColumnFileFormat.BlockLength - 1) / ColumnFileFormat.BlockLength);

    /// <summary>How long a file is whose checksums begin somewhere.</summary>
    public static long LengthOf(long checksumsStart) =>
        checksumsStart + (((checksumsStart + ColumnFileFormat.BlockLength - 1) / ColumnFileFormat.BlockLength) * sizeof(uint)) + sizeof(uint);

    /// <summary>The header as bytes.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[ColumnFileFormat.HeaderLength];
        ColumnFileFormat.Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(VersionAt), ColumnFileFormat.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(BlockLengthAt), ColumnFileFormat.BlockLength);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(FileLengthAt), FileLength);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(DescriptionLengthAt), DescriptionLength);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(ChecksumsStartAt), ChecksumsStart);
        Fingerprint.Span.CopyTo(bytes.AsSpan(FingerprintAt));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChecksumAt), Crc32C.Of(bytes.AsSpan(0, ChecksumAt)));
        return bytes;
    }

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="DataReadingException">It is no column file, one of another version, or one that is damaged or not whole.</exception>
    public static ColumnFileHeader Read(ColumnBytes bytes)
    {
        ReadOnlySpan<byte> header = bytes.Span<byte>(0, (int)Math.Min(bytes.Length, ColumnFileFormat.HeaderLength));
        if (!header.StartsWith(ColumnFileFormat.Magic)) throw ColumnFileFault.Of(DiagnosticCodes.ColumnFileForeign);
        if (header.Length < ColumnFileFormat.HeaderLength) throw WrongLength(bytes.Length, ColumnFileFormat.HeaderLength);
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(header[VersionAt..]);
        if (version != ColumnFileFormat.Version) throw ColumnFileFault.Of(DiagnosticCodes.ColumnFileVersion, Text(version), Text(ColumnFileFormat.Version));
        bool isWhole = BinaryPrimitives.ReadUInt32LittleEndian(header[ChecksumAt..]) == Crc32C.Of(header[..ChecksumAt]);
        if (!isWhole) throw ColumnFileFault.Of(DiagnosticCodes.ColumnFileDamaged, Text(0));
        ColumnFileHeader read = new(
            BinaryPrimitives.ReadInt64LittleEndian(header[FileLengthAt..]),
            BinaryPrimitives.ReadInt64LittleEndian(header[DescriptionLengthAt..]),
            BinaryPrimitives.ReadInt64LittleEndian(header[ChecksumsStartAt..]),
            header[FingerprintAt..UnusedAt].ToArray());
        bool isBlockLength = BinaryPrimitives.ReadUInt32LittleEndian(header[BlockLengthAt..]) == ColumnFileFormat.BlockLength;
        ColumnFileFault.Require(isBlockLength && !header[UnusedAt..ChecksumAt].ContainsAnyExcept((byte)0) && read.IsPossible, Part);
        return bytes.Length == read.FileLength ? read : throw WrongLength(bytes.Length, read.FileLength);
    }

    /// <summary>What messages call the header.</summary>
    private const string Part = "header";

    private bool IsPossible =>
        FileLength is > 0 and < long.MaxValue / 2 && ChecksumsStart > ColumnFileFormat.HeaderLength && ChecksumsStart < FileLength
        && ChecksumsStart % ColumnFileFormat.Alignment == 0 && FileLength == LengthOf(ChecksumsStart)
        && ChecksumsStart / ColumnFileFormat.BlockLength < int.MaxValue
        && DescriptionLength is > 0 and < int.MaxValue && DescriptionLength <= ChecksumsStart - ColumnFileFormat.HeaderLength;

    private static DataReadingException WrongLength(long length, long expected) => ColumnFileFault.Of(DiagnosticCodes.ColumnFileLength, Text(length), Text(expected));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
