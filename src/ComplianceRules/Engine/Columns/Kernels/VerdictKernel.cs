using System.Runtime.Intrinsics;

namespace ComplianceRules.Engine;

/// <summary>Makes verdicts of the rows that a rule concerns and the answers to whether it holds.</summary>
internal static class VerdictKernel
{
    /// <summary>The rows that break a rule, and those for which it is not decided: they have it, and nothing else is known.</summary>
    /// <param name="concerned">The rows to which it applies, and those to which it may apply.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="broken">Takes the rows that break it.</param>
    /// <param name="open">Takes the rows for which it is not decided; empty where all is known.</param>
    public static void Judge(ConcernedRows concerned, TruthBuffer holds, Span<ulong> broken, Span<ulong> open)
    {
        if (open.IsEmpty)
        {
            OfAll(concerned.Sure, holds.Bits, broken);
            return;
        }

        AnswerBits answers = holds.IsTotal ? holds.Sides : holds.Bits;
        if (answers.Known.IsEmpty) OfSides(concerned, answers, broken, open);
        else OfKnown(concerned, answers, broken, open);
    }

    private static void OfAll(ReadOnlySpan<ulong> concerned, AnswerBits holds, Span<ulong> broken)
    {
        ReadOnlySpan<ulong> bits = holds.Bits;
        ulong flip = holds.IsFalse ? 0 : ulong.MaxValue;
        int word = 0;
        for (; Bitmaps.HasEight(word, broken.Length); word += 8) Bitmaps.Put(Bitmaps.Eight(concerned, word) & (Bitmaps.Eight(bits, word) ^ Vector512.Create(flip)), broken, word);
        for (; Bitmaps.HasFour(word, broken.Length); word += 4) Bitmaps.Put(Bitmaps.Four(concerned, word) & (Bitmaps.Four(bits, word) ^ Vector256.Create(flip)), broken, word);
        for (; word < broken.Length; word++) broken[word] = concerned[word] & (bits[word] ^ flip);
    }

    private static void OfKnown(ConcernedRows concerned, AnswerBits holds, Span<ulong> broken, Span<ulong> open)
    {
        ReadOnlySpan<ulong> bits = holds.Bits;
        ReadOnlySpan<ulong> known = holds.Known;
        ulong flip = holds.IsFalse ? 0 : ulong.MaxValue;
        int word = 0;
        for (; Bitmaps.HasEight(word, broken.Length); word += 8)
        {
            Vector512<ulong> decided = Bitmaps.Eight(concerned.Sure, word) & Bitmaps.Eight(known, word);
            Bitmaps.Put(decided & (Bitmaps.Eight(bits, word) ^ Vector512.Create(flip)), broken, word);
            Bitmaps.Put(Vector512.AndNot(Bitmaps.Eight(concerned.Possible, word), decided), open, word);
        }

        for (; Bitmaps.HasFour(word, broken.Length); word += 4)
        {
            Vector256<ulong> decided = Bitmaps.Four(concerned.Sure, word) & Bitmaps.Four(known, word);
            Bitmaps.Put(decided & (Bitmaps.Four(bits, word) ^ Vector256.Create(flip)), broken, word);
            Bitmaps.Put(Vector256.AndNot(Bitmaps.Four(concerned.Possible, word), decided), open, word);
        }

        for (; word < broken.Length; word++)
        {
            ulong decided = concerned.Sure[word] & known[word];
            broken[word] = decided & (bits[word] ^ flip);
            open[word] = concerned.Possible[word] & ~decided;
        }
    }

    private static void OfSides(ConcernedRows concerned, AnswerBits holds, Span<ulong> broken, Span<ulong> open)
    {
        int word = 0;
        for (; Bitmaps.HasEight(word, broken.Length); word += 8)
        {
            Vector512<ulong> against = Bitmaps.Eight(concerned.Sure, word) & Bitmaps.Eight(holds.Bits, word);
            Bitmaps.Put(against, broken, word);
            Bitmaps.Put(Vector512.AndNot(Bitmaps.Eight(concerned.Possible, word), against | (Bitmaps.Eight(concerned.Sure, word) & Bitmaps.Eight(holds.True, word))), open, word);
        }

        for (; Bitmaps.HasFour(word, broken.Length); word += 4)
        {
            Vector256<ulong> against = Bitmaps.Four(concerned.Sure, word) & Bitmaps.Four(holds.Bits, word);
            Bitmaps.Put(against, broken, word);
            Bitmaps.Put(Vector256.AndNot(Bitmaps.Four(concerned.Possible, word), against | (Bitmaps.Four(concerned.Sure, word) & Bitmaps.Four(holds.True, word))), open, word);
        }

        for (; word < broken.Length; word++)
        {
            broken[word] = concerned.Sure[word] & holds.Bits[word];
            open[word] = concerned.Possible[word] & ~(concerned.Sure[word] & (holds.Bits[word] | holds.True[word]));
        }
    }
}
