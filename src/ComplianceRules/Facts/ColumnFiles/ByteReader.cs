using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>Reads the description of a column file and believes nothing of it.</summary>
/// <param name="bytes">The description.</param>
internal sealed class ByteReader(ReadOnlyMemory<byte> bytes)
{
    private const string Part = "description";
    private static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        _ => throw ColumnFileFault.Unsound(Part),
    };

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>A number within bounds, both included.</summary>
    public int Int(int low, int high) => Int() is int number && number >= low && number <= high ? number : throw ColumnFileFault.Unsound(Part);

    public string Text()
    {
        ReadOnlySpan<byte> text = Take(Int());
        return System.Text.Unicode.Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw ColumnFileFault.Unsound(Part);
    }

    /// <summary>A text that may be absent.</summary>
    public string? OptionalText() => Flag() ? Text() : null;

    /// <summary>A number within bounds that may be absent.</summary>
    public int? OptionalInt(int low, int high) => Flag() ? Int(low, high) : null;

    public DateOnly Day() => DateOnly.FromDayNumber(Int(0, LastDay));

    /// <summary>As many as are given, each of at least one byte, so that a wrong count cannot ask for more room than the file has.</summary>
    public ImmutableArray<T> List<T>(Func<T> read)
    {
        int count = Int(0, bytes.Length - Position);
        ImmutableArray<T>.Builder items = ImmutableArray.CreateBuilder<T>();
        for (int i = 0; i < count; i++) items.Add(read());
        return items.ToImmutable();
    }

    /// <summary>Passes over what is known already.</summary>
    /// <returns>False where the next bytes are others; then nothing is passed over.</returns>
    public bool TryPass(ReadOnlySpan<byte> known)
    {
        if (!bytes.Span[Position..].StartsWith(known)) return false;
        Position += known.Length;
        return true;
    }

    /// <summary>What was read from a position on.</summary>
    public ReadOnlyMemory<byte> Since(int start) => bytes[start..Position];

    /// <summary>Refuses what is left over.</summary>
    public void End() => ColumnFileFault.Require(Position == bytes.Length, Part);

    private ReadOnlySpan<byte> Take(int length)
    {
        ColumnFileFault.Require(length >= 0 && length <= bytes.Length - Position, Part);
        Position += length;
        return bytes.Span.Slice(Position - length, length);
    }
}
