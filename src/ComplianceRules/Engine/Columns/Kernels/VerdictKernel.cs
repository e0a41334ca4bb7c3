using System.Runtime.Intrinsics;

namespace ComplianceRules.Engine;

/// <summary>Makes verdicts of the answers to whether a rule applies and whether it holds.</summary>
internal static class VerdictKernel
{
    /// <summary>The rows that break a rule: it applies and does not hold.</summary>
    /// <param name="applies">The rows that it applies to.</param>
    /// <param name="holds">The rows for which it holds, or those for which it does not.</param>
    /// <param name="isHeld">Whether the rows given are those for which it holds.</param>
    /// <param name="inStack">The rows that have the rule.</param>
    /// <param name="broken">Takes the rows.</param>
    public static void Broken(ReadOnlySpan<ulong> applies, ReadOnlySpan<ulong> holds, bool isHeld, ReadOnlySpan<ulong> inStack, Span<ulong> broken)
    {
        ulong flip = isHeld ? ulong.MaxValue : 0;
        Vector512<ulong> flips = Vector512.Create(flip);
        int word = 0;
        for (; Bitmaps.HasVector(word, broken.Length); word += Vector512<ulong>.Count)
            Bitmaps.Store(Bitmaps.Load(applies, word) & (Bitmaps.Load(holds, word) ^ flips) & Bitmaps.Load(inStack, word), broken, word);
        for (; word < broken.Length; word++) broken[word] = applies[word] & (holds[word] ^ flip) & inStack[word];
    }

    /// <summary>The rows for which a rule is not decided: those that have it and for which nothing else is known.</summary>
    /// <param name="applies">Whether it applies.</param>
    /// <param name="holds">The rows for which it holds.</param>
    /// <param name="broken">The rows that break it.</param>
    /// <param name="inStack">The rows that have the rule.</param>
    /// <param name="open">Takes the rows.</param>
    public static void Open(TruthBuffer applies, ReadOnlySpan<ulong> holds, ReadOnlySpan<ulong> broken, ReadOnlySpan<ulong> inStack, Span<ulong> open)
    {
        ReadOnlySpan<ulong> concerned = applies.True;
        ReadOnlySpan<ulong> outside = applies.IsTotal ? [] : applies.False;
        int word = 0;
        for (; Bitmaps.HasVector(word, open.Length); word += Vector512<ulong>.Count)
        {
            Vector512<ulong> sure = outside.IsEmpty ? ~Bitmaps.Load(concerned, word) : Bitmaps.Load(outside, word);
            Vector512<ulong> decided = sure | Bitmaps.Load(broken, word) | (Bitmaps.Load(concerned, word) & Bitmaps.Load(holds, word));
            Bitmaps.Store(Bitmaps.Load(inStack, word) & ~decided, open, word);
        }

        for (; word < open.Length; word++)
        {
            ulong sure = outside.IsEmpty ? ~concerned[word] : outside[word];
            open[word] = inStack[word] & ~(sure | broken[word] | (concerned[word] & holds[word]));
        }
    }
}
