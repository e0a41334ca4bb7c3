using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Facts;

/// <summary>The few short texts that a column had lately and what they stand for: eight cells are compared with each of them at once.</summary>
internal sealed class RecentCodes
{
    private const int Most = 6;

    private readonly ulong[] _words = new ulong[Most];
    private readonly int[] _codes = new int[Most];
    private int _count;
    private int _next;

    /// <summary>Keeps a text in mind, if it is short; of too many the oldest is forgotten.</summary>
    /// <param name="text">A text that is not kept yet, or not short.</param>
    /// <param name="code">What it stands for.</param>
    public void Keep(ReadOnlySpan<byte> text, int code)
    {
        if (text.Length is 0 or > CellWord.Most) return;
        (_words[_next], _codes[_next]) = (CellDigits.WordOf(text) << ((CellWord.Most - text.Length) * 8), code);
        _next = (_next + 1) % Most;
        _count = Math.Min(_count + 1, Most);
    }

    /// <summary>What the cells of a run stand for; see <see cref="TextCodes.FindRun"/>.</summary>
    public ulong FindRun(CellRun run, int column, Span<int> codes, out ulong known) =>
        CellVector.IsSupported ? FindEights(run, column, codes, out known) : FindQuads(run, column, codes, out known);

    private ulong FindQuads(CellRun run, int column, Span<int> codes, out ulong known)
    {
        Span<ulong> words = run.Batch.Scratch.Words;
        Span<ulong> bounds = run.Batch.Scratch.Bounds;
        int off = CellVector.Load(run, column, words, bounds);
        (known, ulong others) = (0, 0);
        for (int at = 0; at < run.Count; at += CellQuads.Cells)
        {
            Vector256<long> length = CellQuads.Lengths(Vector256.Create<ulong>(bounds[at..]), off);
            Vector256<ulong> word = CellQuads.Shown(Vector256.Create<ulong>(words[at..]), length);
            (Vector256<ulong> isKnown, Vector256<ulong> code) = (default, default);
            for (int i = 0; i < _count; i++)
            {
                Vector256<ulong> isThis = Vector256.Equals(word, Vector256.Create(_words[i]));
                isKnown |= isThis;
                code |= isThis & Vector256.Create((ulong)_codes[i]);
            }

            // No cell has a zero byte, so that the bytes tell the length of a short one.
            isKnown &= ~Vector256.GreaterThan(length, Vector256.Create((long)CellWord.Most)).AsUInt64();
            ulong good = isKnown.ExtractMostSignificantBits();
            known |= good << at;
            others |= CellQuads.Others(good, length) << at;
            CellQuads.Lower((code & isKnown).AsInt64()).CopyTo(codes[at..]);
        }

        return others;
    }

    private ulong FindEights(CellRun run, int column, Span<int> codes, out ulong known)
    {
        Span<ulong> words = run.Batch.Scratch.Words;
        Span<ulong> bounds = run.Batch.Scratch.Bounds;
        int off = CellVector.Load(run, column, words, bounds);
        (known, ulong others) = (0, 0);
        for (int at = 0; at < run.Count; at += CellVector.Cells)
        {
            Vector512<ulong> length = CellVector.Lengths(Vector512.Create<ulong>(bounds[at..]), off);
            Vector512<ulong> word = CellVector.Shown(Vector512.Create<ulong>(words[at..]), length);
            (Vector512<ulong> isKnown, Vector512<ulong> code) = (default, default);
            for (int i = 0; i < _count; i++)
            {
                Vector512<ulong> isThis = Vector512.Equals(word, Vector512.Create(_words[i]));
                isKnown |= isThis;
                code |= isThis & Vector512.Create((ulong)_codes[i]);
            }

            // No cell has a zero byte, so that the bytes tell the length of a short one.
            isKnown &= Vector512.LessThanOrEqual(length, Vector512.Create((ulong)CellWord.Most));
            ulong good = isKnown.ExtractMostSignificantBits();
            known |= good << at;
            others |= CellVector.Others(good, length) << at;
            Avx512F.ConvertToVector256Int32(code & isKnown).AsInt32().CopyTo(codes[at..]);
        }

        return others;
    }
}
