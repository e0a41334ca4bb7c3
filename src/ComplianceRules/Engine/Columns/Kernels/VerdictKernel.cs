using System.Runtime.Intrinsics;

namespace ComplianceRules.Engine;

/// <summary>Makes verdicts of the answers to whether a rule applies and whether it holds.</summary>
internal static class VerdictKernel
{
    /// <summary>The rows that break a rule, nothing of which is unknown: it applies and does not hold.</summary>
    /// <param name="applies">Whether it applies.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="inStack">The rows that have the rule.</param>
    /// <param name="broken">Takes the rows.</param>
    public static void Broken(TruthBuffer applies, TruthBuffer holds, ReadOnlySpan<ulong> inStack, Span<ulong> broken) =>
        Broken(applies.True, holds.HasFalse ? holds.False : holds.True, !holds.HasFalse, inStack, broken);

    /// <summary>The rows that break a rule, and those for which it is not decided: they have it, and nothing else is known.</summary>
    /// <param name="applies">Whether it applies.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="inStack">The rows that have the rule.</param>
    /// <param name="broken">Takes the rows that break it.</param>
    /// <param name="open">Takes the rows for which it is not decided.</param>
    public static void BrokenAndOpen(TruthBuffer applies, TruthBuffer holds, ReadOnlySpan<ulong> inStack, Span<ulong> broken, Span<ulong> open) => BrokenAndOpen(
        new VerdictBits { InStack = inStack, Applies = applies.True, AppliesNot = applies.IsTotal ? [] : applies.False, Holds = holds.True, HoldsNot = holds.False }, broken, open);

    private static void Broken(ReadOnlySpan<ulong> applies, ReadOnlySpan<ulong> holds, bool isHeld, ReadOnlySpan<ulong> inStack, Span<ulong> broken)
    {
        ulong flip = isHeld ? ulong.MaxValue : 0;
        int word = 0;
        for (; Bitmaps.HasEight(word, broken.Length); word += 8)
            Bitmaps.Put(Bitmaps.Eight(applies, word) & (Bitmaps.Eight(holds, word) ^ Vector512.Create(flip)) & Bitmaps.Eight(inStack, word), broken, word);
        for (; Bitmaps.HasFour(word, broken.Length); word += 4)
            Bitmaps.Put(Bitmaps.Four(applies, word) & (Bitmaps.Four(holds, word) ^ Vector256.Create(flip)) & Bitmaps.Four(inStack, word), broken, word);
        for (; word < broken.Length; word++) broken[word] = applies[word] & (holds[word] ^ flip) & inStack[word];
    }

    private static void BrokenAndOpen(VerdictBits bits, Span<ulong> broken, Span<ulong> open)
    {
        int word = 0;
        for (; Bitmaps.HasEight(word, broken.Length); word += 8)
        {
            Vector512<ulong> inStack = Bitmaps.Eight(bits.InStack, word), applies = Bitmaps.Eight(bits.Applies, word), holdsNot = Bitmaps.Eight(bits.HoldsNot, word);
            Vector512<ulong> outside = bits.AppliesNot.IsEmpty ? ~applies : Bitmaps.Eight(bits.AppliesNot, word);
            Bitmaps.Put(inStack & applies & holdsNot, broken, word);
            Bitmaps.Put(inStack & ~(outside | (applies & (holdsNot | Bitmaps.Eight(bits.Holds, word)))), open, word);
        }

        for (; Bitmaps.HasFour(word, broken.Length); word += 4)
        {
            Vector256<ulong> inStack = Bitmaps.Four(bits.InStack, word), applies = Bitmaps.Four(bits.Applies, word), holdsNot = Bitmaps.Four(bits.HoldsNot, word);
            Vector256<ulong> outside = bits.AppliesNot.IsEmpty ? ~applies : Bitmaps.Four(bits.AppliesNot, word);
            Bitmaps.Put(inStack & applies & holdsNot, broken, word);
            Bitmaps.Put(inStack & ~(outside | (applies & (holdsNot | Bitmaps.Four(bits.Holds, word)))), open, word);
        }

        for (; word < broken.Length; word++)
        {
            ulong outside = bits.AppliesNot.IsEmpty ? ~bits.Applies[word] : bits.AppliesNot[word];
            broken[word] = bits.InStack[word] & bits.Applies[word] & bits.HoldsNot[word];
            open[word] = bits.InStack[word] & ~(outside | (bits.Applies[word] & (bits.HoldsNot[word] | bits.Holds[word])));
        }
    }
}
