using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>Reads a list of texts as the server sends it.</summary>
internal static class ArrayTexts
{
    private const int HeadLength = 12;
    private const int LengthOfDimension = 8;

    /// <summary>The texts; default where one of them is null, or where they do not stand in one row.</summary>
    public static ImmutableArray<string> Read(ReadOnlySpan<byte> value)
    {
        int dimensions = BinaryPrimitives.ReadInt32BigEndian(value);
        if (dimensions == 0) return [];
        if (dimensions > 1) return default;
        int count = BinaryPrimitives.ReadInt32BigEndian(value[HeadLength..]);
        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>();
        ReadOnlySpan<byte> rest = value[(HeadLength + LengthOfDimension)..];
        for (int i = 0; i < count; i++)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (length < 0) return default;
            texts.Add(Encoding.UTF8.GetString(rest.Slice(sizeof(int), length)));
            rest = rest[(sizeof(int) + length)..];
        }

        return texts.ToImmutable();
    }
}
