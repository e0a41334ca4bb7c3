using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>A few short texts and what they stand for, each alone in its slot, so that any cell is compared with one of them at most.</summary>
internal sealed class TextCodeTable
{
    private const int Slots = 128;
    private const int Shift = 57;
    private const int Longest = 2 * CellWord.Most;
    private const int MostTries = 64;
    private const ulong FirstFactor = 0x9E3779B97F4A7C15;
    private const int Empty = -2;
    private const int None = -1;

    private readonly ulong[] _firsts = new ulong[Slots];
    private readonly ulong[] _lasts = new ulong[Slots];
    private readonly int[] _lengths = new int[Slots];
    private readonly int[] _codes = new int[Slots];
    private readonly ulong _factor;

    /// <summary>Makes a table of those texts that fit into it.</summary>
    /// <param name="texts">The texts, as UTF-8.</param>
    /// <param name="codes">What they stand for, 0 or more.</param>
    public TextCodeTable(byte[][] texts, int[] codes)
    {
        (_factor, int most) = (FirstFactor, -1);
        ulong factor = FirstFactor;
        // Few texts find a factor by which no two meet; of others as many stay as can.
        for (int attempt = 0; attempt < MostTries && most < texts.Length; attempt++, factor = (factor * FirstFactor) | 1)
        {
            int held = Fill(texts, codes, factor);
            if (held > most) (_factor, most) = (factor, held);
        }

        Fill(texts, codes, _factor);
    }

    /// <summary>What the cells of a run stand for.</summary>
    /// <param name="run">The records.</param>
    /// <param name="column">The column.</param>
    /// <param name="codes">Takes the codes; 0 where there is none.</param>
    /// <param name="known">A bit for each cell that is one of the texts.</param>
    /// <returns>A bit for each other cell that is not empty.</returns>
    public ulong FindRun(CellRun run, int column, Span<int> codes, out ulong known)
    {
        known = 0;
        ulong others = 0;
        ref byte bytes = ref run.Batch.Bytes;
        ref int ends = ref run.Batch.Ends(run.First, column);
        (int width, int gap) = (run.Batch.Width, run.Batch.GapOf(column));
        ref ulong firsts = ref MemoryMarshal.GetArrayDataReference(_firsts);
        ref ulong lasts = ref MemoryMarshal.GetArrayDataReference(_lasts);
        ref int lengths = ref MemoryMarshal.GetArrayDataReference(_lengths);
        ref int found = ref MemoryMarshal.GetArrayDataReference(_codes);
        for (int i = 0; i < run.Count; i++, ends = ref Unsafe.Add(ref ends, width))
        {
            int end = Unsafe.Add(ref ends, 1) - gap;
            int length = end - ends - 1;
            int shown = Math.Min(length, CellWord.Most);
            ulong first = CellWord.First(ref Unsafe.Add(ref bytes, ends + 1), shown);
            ulong last = CellWord.Last(ref Unsafe.Add(ref bytes, end), shown);
            nint slot = SlotOf(first, last, _factor);
            bool isHere = Unsafe.Add(ref firsts, slot) == first && Unsafe.Add(ref lasts, slot) == last && Unsafe.Add(ref lengths, slot) == length;
            int code = isHere ? Unsafe.Add(ref found, slot) : None;
            codes[i] = Math.Max(code, 0);
            known |= (code >= 0 ? 1UL : 0UL) << i;
            others |= (code == None ? 1UL : 0UL) << i;
        }

        return others;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint SlotOf(ulong first, ulong last, ulong factor) => (nint)(((first ^ (last >> 3)) * factor) >> Shift);

    // INVARIANT: a slot without a text holds the empty one, which is found as such in its own slot only.
    private int Fill(byte[][] texts, int[] codes, ulong factor)
    {
        _firsts.AsSpan().Clear();
        _lasts.AsSpan().Clear();
        _lengths.AsSpan().Clear();
        _codes.AsSpan().Fill(Empty);
        int held = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            if (WordsOf(texts[i]) is not var (first, last)) continue;
            nint slot = SlotOf(first, last, factor);
            if (slot == 0 || _codes[slot] != Empty) continue;
            (_firsts[slot], _lasts[slot], _lengths[slot], _codes[slot]) = (first, last, texts[i].Length, codes[i]);
            held++;
        }

        return held;
    }

    private static (ulong First, ulong Last)? WordsOf(byte[] text)
    {
        // The first and the last bytes are all of such a text.
        if (text.Length > Longest) return null;
        byte[] room = new byte[2 * Longest];
        text.CopyTo(room, CellWord.Most);
        int shown = Math.Min(text.Length, CellWord.Most);
        return (CellWord.First(ref room[CellWord.Most], shown), CellWord.Last(ref room[CellWord.Most + text.Length], shown));
    }
}
