using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What a report carries for its script: a JSON header and columns of whole numbers, compressed, in letters that a page may hold.</summary>
/// <remarks>
/// Compressed it is a zlib stream of: the length of the header (four bytes, the lowest first), the header, the columns one after the other. The header's <c>columns</c> says of each its
/// name, how many bytes and numbers it has, and whether each number is the difference from the one before. Numbers are written seven bits a byte, the lowest first, as
/// 2n or, below zero, -2n - 1. For one thread.
/// </remarks>
internal sealed class ColumnBlock
{
    private const int LettersAtOnce = 3 << 14;

    private readonly List<(string Name, ReadOnlyMemory<byte> Bytes, int Count, bool IsDelta)> _columns = [];

    /// <summary>Adds a column.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="items">Its numbers.</param>
    /// <param name="isDelta">Whether differences are written: shorter where neighbours are near each other.</param>
    public void Add(string name, ReadOnlySpan<int> items, bool isDelta = false)
    {
        ArrayBufferWriter<byte> bytes = new(items.Length + 16);
        int before = 0;
        foreach (int item in items)
        {
            WriteNumber(bytes, isDelta ? (long)item - before : item);
            before = item;
        }

        _columns.Add((name, bytes.WrittenMemory, items.Length, isDelta));
    }

    /// <summary>Writes the block.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="writeHeader">Writes what else the header holds, into an object that is open.</param>
    public void Write(Stream output, Action<Utf8JsonWriter> writeHeader)
    {
        ReadOnlySpan<byte> header = Header(writeHeader);
        using MemoryStream compressed = new();
        using (ZLibStream zlib = new(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            Span<byte> length = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
            zlib.Write(length);
            zlib.Write(header);
            foreach ((_, ReadOnlyMemory<byte> bytes, _, _) in _columns) zlib.Write(bytes.Span);
        }

        WriteLetters(compressed.GetBuffer().AsSpan(0, (int)compressed.Length), output);
    }

    private ReadOnlySpan<byte> Header(Action<Utf8JsonWriter> writeHeader)
    {
        ArrayBufferWriter<byte> header = new();
        using (Utf8JsonWriter json = new(header, AssessmentJson.Options(indented: false)))
        {
            json.WriteStartObject();
            writeHeader(json);
            json.WriteStartArray("columns");
            foreach ((string name, ReadOnlyMemory<byte> bytes, int count, bool isDelta) in _columns)
            {
                json.WriteStartArray();
                json.WriteStringValue(name);
                json.WriteNumberValue(bytes.Length);
                json.WriteNumberValue(count);
                json.WriteBooleanValue(isDelta);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return header.WrittenSpan;
    }

    private static void WriteNumber(ArrayBufferWriter<byte> bytes, long number)
    {
        ulong rest = (ulong)((number << 1) ^ (number >> 63));
        Span<byte> room = bytes.GetSpan(10);
        int used = 0;
        for (; rest > 0x7f; rest >>= 7) room[used++] = (byte)(rest | 0x80);
        room[used++] = (byte)rest;
        bytes.Advance(used);
    }

    private static void WriteLetters(ReadOnlySpan<byte> bytes, Stream output)
    {
        byte[] letters = new byte[Base64.GetMaxEncodedToUtf8Length(LettersAtOnce)];
        for (int at = 0; at < bytes.Length; at += LettersAtOnce)
        {
            Base64.EncodeToUtf8(bytes.Slice(at, Math.Min(LettersAtOnce, bytes.Length - at)), letters, out _, out int written);
            output.Write(letters, 0, written);
        }
    }
}
