using System.Numerics;

namespace ComplianceRules.Facts;

/// <summary>Looks whether any text stands twice, without making texts of bytes.</summary>
internal static class DistinctTexts
{
    /// <summary>Whether all texts differ.</summary>
    public static bool AreAll(RowIds texts)
    {
        ReadOnlySpan<byte> utf8 = texts.Utf8;
        ReadOnlySpan<int> starts = texts.Starts;
        // Twice as many places as texts, so that most texts find their own place free; 0 is free, else it is a text's number and one.
        int[] places = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(texts.Count, 1)) * 2];
        int last = places.Length - 1;
        for (int text = 0; text < starts.Length - 1; text++)
        {
            ReadOnlySpan<byte> bytes = utf8[starts[text]..starts[text + 1]];
            int place = HashOf(bytes) & last;
            while (places[place] is > 0 and int other)
            {
                if (utf8[starts[other - 1]..starts[other]].SequenceEqual(bytes)) return false;
                place = (place + 1) & last;
            }

            places[place] = text + 1;
        }

        return true;
    }

    // Another in each process, so that no file can be made of texts that all want one place; the answer does not depend on it.
    private static int HashOf(ReadOnlySpan<byte> bytes)
    {
        HashCode hash = default;
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
