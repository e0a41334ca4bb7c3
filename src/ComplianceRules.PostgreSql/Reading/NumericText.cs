using System.Buffers.Binary;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>Writes exact numbers of the server, which come in groups of four digits.</summary>
internal static class NumericText
{
    private const int Negative = 0x4000;
    private const int DigitsOfGroup = 4;
    private const int HeadLength = 8;

    // With a sign and a point they have room in every cell; nobody counts to 10 to the 56th.
    private const int MostGroups = 14;

    /// <summary>Writes all digits, without zeros at the end of a fraction.</summary>
    /// <returns>Whether it is a number, and one that has room.</returns>
    public static bool TryWrite(ReadOnlySpan<byte> field, Span<byte> to, out int length)
    {
        length = 0;
        int groups = BinaryPrimitives.ReadInt16BigEndian(field);
        int weight = BinaryPrimitives.ReadInt16BigEndian(field[2..]);
        int sign = BinaryPrimitives.ReadUInt16BigEndian(field[4..]);
        (int top, int bottom) = (Math.Max(weight, 0), Math.Min(weight - groups + 1, 0));
        if (sign is not (0 or Negative) || top - bottom >= MostGroups) return false;
        Span<byte> digits = stackalloc byte[MostGroups * DigitsOfGroup];
        int count = 0;
        for (int exponent = top; exponent >= bottom; exponent--, count += DigitsOfGroup)
        {
            int group = weight - exponent;
            WriteGroup(group >= 0 && group < groups ? BinaryPrimitives.ReadInt16BigEndian(field[(HeadLength + (group * sizeof(short)))..]) : 0, digits[count..]);
        }

        int whole = (top + 1) * DigitsOfGroup;
        if (sign == Negative) to[length++] = (byte)'-';
        ReadOnlySpan<byte> front = digits[..(whole - 1)].TrimStart((byte)'0');
        Append(front, to, ref length);
        to[length++] = digits[whole - 1];
        ReadOnlySpan<byte> fraction = digits[whole..count].TrimEnd((byte)'0');
        if (fraction.IsEmpty) return true;
        to[length++] = (byte)'.';
        Append(fraction, to, ref length);
        return true;
    }

    private static void Append(ReadOnlySpan<byte> digits, Span<byte> to, ref int length)
    {
        digits.CopyTo(to[length..]);
        length += digits.Length;
    }

    private static void WriteGroup(int group, Span<byte> to)
    {
        for (int digit = DigitsOfGroup - 1; digit >= 0; digit--, group /= 10) to[digit] = (byte)('0' + (group % 10));
    }
}
