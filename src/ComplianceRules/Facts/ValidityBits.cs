namespace ComplianceRules.Facts;

/// <summary>One bit a row: set where the value is known.</summary>
internal static class ValidityBits
{
    public const int PerWord = 64;

    public static int Words(int rows) => (rows + PerWord - 1) / PerWord;

    public static bool Get(ReadOnlySpan<ulong> bits, int row) => (bits[row >> 6] >> (row & 63) & 1) != 0;

    public static void Set(Span<ulong> bits, int row) => bits[row >> 6] |= 1UL << (row & 63);

    /// <summary>Whether the bits of all rows are set.</summary>
    public static bool AreAllSet(ReadOnlySpan<ulong> bits, int rows)
    {
        int whole = rows / PerWord;
        ulong rest = (1UL << (rows % PerWord)) - 1;
        return !bits[..whole].ContainsAnyExcept(ulong.MaxValue) && (rest == 0 || (bits[whole] & rest) == rest);
    }
}
