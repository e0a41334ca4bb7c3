namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>What happens to files on their way: bits turn over, ends and middles are lost, parts change places or stand twice.</summary>
internal static class Mutation
{
    private const int Longest = 60;
    private const int Bits = 8;

    /// <summary>The bytes with one accident.</summary>
    public static byte[] Of(byte[] bytes, Chance chance)
    {
        if (bytes.Length == 0) return chance.Bytes(1);
        int at = chance.Between(0, bytes.Length - 1);
        int length = Math.Min(chance.Between(1, Longest), bytes.Length - at);
        return chance.Between(0, 6) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[(at + length)..]],
            2 => [.. bytes[..(at + length)], .. bytes[at..]],
            3 => Swapped(bytes, at, chance.Between(0, bytes.Length - 1)),
            4 => [.. bytes[..at], chance.Of("\",\n\r\0<>{}[]:;=|%"u8), .. bytes[(at + 1)..]],
            _ => Flipped(bytes, at, chance.Between(0, Bits - 1)),
        };
    }

    private static byte[] Swapped(byte[] bytes, int one, int other)
    {
        byte[] changed = [.. bytes];
        (changed[one], changed[other]) = (changed[other], changed[one]);
        return changed;
    }

    private static byte[] Flipped(byte[] bytes, int at, int bit)
    {
        byte[] changed = [.. bytes];
        changed[at] ^= (byte)(1 << bit);
        return changed;
    }
}
