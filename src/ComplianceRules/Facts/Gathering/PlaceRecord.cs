using System.Buffers.Binary;

namespace ComplianceRules.Facts;

/// <summary>The place of a row as it is written: in full, or as the way from the row before it.</summary>
/// <remarks>The first number is 0 for no place and 1 for one in full (file, line, column); else its lowest bit says whether the line is another, and the rest how far the line, or on the same line the column, is on.</remarks>
internal readonly record struct PlaceRecord
{
    /// <summary>How many bytes <see cref="WriteNear"/> writes.</summary>
    public const int LengthOfNear = 2;

    /// <summary>How many ways along a line are short enough for two bytes, from 0.</summary>
    public const int WaysOfTwoBytes = ((1 << 14) - (int)FirstWay) / 2;

    private const uint InFull = 1;
    private const uint FirstWay = 2;
    private const uint MostWay = int.MaxValue / 2;

    private uint Head { get; init; }

    private RowPlace Place { get; init; }

    // The head of a place one line further.
    private const byte NextLine = (byte)FirstWay + (1 * 2) + 1;

    /// <summary>How many bytes a place on the next line takes.</summary>
    public const int NextLineLength = 2;

    /// <summary>No place.</summary>
    public static PlaceRecord None => default;

    public bool IsGiven => Head != 0;

    private bool IsOtherLine => (Head - FirstWay) % 2 == 1;

    private int Way => (int)((Head - FirstWay) / 2);

    public static PlaceRecord Of(RowPlace before, RowPlace place)
    {
        bool otherLine = place.Line != before.Line;
        long way = otherLine ? (long)place.Line - before.Line : (long)place.Column - before.Column;
        bool inFull = before.File != place.File || way < 0 || way >= MostWay;
        return new PlaceRecord { Head = inFull ? InFull : FirstWay + ((uint)way * 2) + (otherLine ? 1U : 0U), Place = place };
    }

    /// <summary>Writes places without a column, each on the line behind the one before it.</summary>
    public static void WriteNextLines(Span<byte> to, int count)
    {
        for (int i = 0; i < count; i++) to[i * NextLineLength] = NextLine;
        for (int i = 0; i < count; i++) to[(i * NextLineLength) + 1] = 0;
    }

    public RowPlace After(RowPlace before) => Head == InFull ? Place
        : IsOtherLine ? before with { Line = before.Line + Way, Column = Place.Column }
        : before with { Column = before.Column + Way };

    /// <summary>Writes a way along the same line, as a number of two bytes even where one would do.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="way">Less than <see cref="WaysOfTwoBytes"/>.</param>
    public static void WriteNear(Span<byte> to, int way)
    {
        uint head = FirstWay + ((uint)way * 2);
        BinaryPrimitives.WriteUInt16LittleEndian(to, (ushort)((head & 0x7F) | 0x80 | (head >> 7 << 8)));
    }

    public int Write(Span<byte> to)
    {
        int at = Write(to, 0, Head);
        if (Head == InFull)
        {
            at = Write(to, at, (uint)Place.File);
            at = Write(to, at, (uint)Place.Line);
        }

        return Head == InFull || (IsGiven && IsOtherLine) ? Write(to, at, (uint)Place.Column) : at;
    }

    public static PlaceRecord Read(ReadOnlySpan<byte> from, out int length)
    {
        length = 0;
        PlaceRecord record = new() { Head = Number(from, ref length) };
        if (record.Head == InFull) return record with { Place = new RowPlace((int)Number(from, ref length), (int)Number(from, ref length), (int)Number(from, ref length)) };
        return record.IsGiven && record.IsOtherLine ? record with { Place = new RowPlace(0, 0, (int)Number(from, ref length)) } : record;
    }

    private static int Write(Span<byte> to, int at, uint number)
    {
        while (number > 0x7F)
        {
            to[at++] = (byte)(number | 0x80);
            number >>= 7;
        }

        to[at] = (byte)number;
        return at + 1;
    }

    private static uint Number(ReadOnlySpan<byte> from, ref int at)
    {
        uint number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = from[at++];
            number |= (uint)(part & 0x7F) << shift;
            if (part <= 0x7F) return number;
        }
    }
}
