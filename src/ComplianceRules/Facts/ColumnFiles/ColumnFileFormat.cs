namespace ComplianceRules.Facts;

/// <summary>What all column files have in common: marks, sizes, and where things may lie.</summary>
internal static class ColumnFileFormat
{
    /// <summary>The version of the format; files of others are not read.</summary>
    public const uint Version = 1;

    /// <summary>How many bytes the header takes.</summary>
    public const int HeaderLength = 128;

    /// <summary>How many bytes one checksum speaks for.</summary>
    public const int BlockLength = 256 * 1024;

    /// <summary>What the place of every section is a multiple of, so that vectors may be read at once.</summary>
    public const int Alignment = 64;

    /// <summary>The most rows of a table: the widest cells of as many are still one run of memory.</summary>
    public const int MostRows = 1 << 27;

    /// <summary>What a file begins with. The first byte is no text and the last two are a line break, so that a copy that was taken for text is noticed.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'C', (byte)'R', (byte)'C', (byte)'O', (byte)'L', (byte)'\r', (byte)'\n'];

    /// <summary>A length and the padding behind it.</summary>
    public static long Aligned(long length) => (length + Alignment - 1) & -Alignment;

    /// <summary>The tables of a schema, each after the one above it, else in ordinal order.</summary>
    public static IEnumerable<TableSchema> Downward(FactSchema schema) => schema.Tables.Values.OrderBy(t => schema.SelfAndAncestors(t.Name).Count());

    /// <summary>Stops where numbers do not lie in memory as they lie in a file.</summary>
    /// <exception cref="PlatformNotSupportedException">This machine puts the most significant byte first.</exception>
    public static void RequireLittleEndian()
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("column files are read and written with the least significant byte first");
    }
}
