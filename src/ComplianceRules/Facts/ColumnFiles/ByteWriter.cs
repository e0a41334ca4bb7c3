using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>Writes the description of a column file: numbers of fixed width, texts with their length before them.</summary>
internal sealed class ByteWriter
{
    /// <summary>UTF-8 that refuses what it could not give back.</summary>
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Byte(byte value) => _bytes.Write([value]);

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Int(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
    }

    public void Long(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    public void Text(string text)
    {
        Int(Utf8.GetByteCount(text));
        Utf8.GetBytes(text, _bytes);
    }

    /// <summary>A text that may be absent.</summary>
    public void Optional(string? text)
    {
        Flag(text is not null);
        if (text is not null) Text(text);
    }

    /// <summary>A number that may be absent.</summary>
    public void Optional(int? value)
    {
        Flag(value is not null);
        if (value is { } number) Int(number);
    }

    public void Day(DateOnly day) => Int(day.DayNumber);

    /// <summary>How many there are, and then each.</summary>
    public void List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Int(items.Count);
        foreach (T item in items) write(item);
    }
}
