using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Finds the commas and the line ends of plain text, 64 bytes at a time.</summary>
internal struct SeparatorScan
{
    private const int Chunk = 64;

    private ulong _carry;

    /// <summary>How many separators were found.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are line feeds.</summary>
    public int Lines { get; private set; }

    /// <summary>Whether a byte was found that CSV gives a meaning to: a quote, a zero, or a carriage return that is not before a line feed. What is behind it is not looked at.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether any byte was none of ASCII.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>Scans bytes.</summary>
    /// <param name="bytes">The first byte of a whole array; there are <see cref="RecordBatch.Margin"/> bytes behind the last.</param>
    /// <param name="from">The first place to look at.</param>
    /// <param name="to">The place behind the last.</param>
    /// <param name="ends">Takes the places; there is room for one a byte and for 64 more.</param>
    public void Run(ref byte bytes, int from, int to, ref int ends)
    {
        Vector512<byte> others = default;
        for (int at = from; at < to && !IsStopped; at += Chunk)
        {
            ref byte chunk = ref Unsafe.Add(ref bytes, at);
            ulong within = to - at >= Chunk ? ulong.MaxValue : (1UL << (to - at)) - 1;
            ulong lines = At(ref chunk, (byte)'\n');
            if (_carry != 0 || HasMarks(ref chunk)) within = Stop(ref chunk, lines, within);
            lines &= within;
            others |= Vector512.LoadUnsafe(ref chunk);
            Lines += BitOperations.PopCount(lines);
            Put((At(ref chunk, (byte)',') & within) | lines, ref chunk, at, ref ends);
        }

        HasOthers = others.ExtractMostSignificantBits() != 0;
    }

    // Whether there is any of the bytes that scanning may stop at; most chunks have none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasMarks(ref byte chunk)
    {
        if (Vector512.IsHardwareAccelerated) return Marks(Vector512.LoadUnsafe(ref chunk)) != Vector512<byte>.Zero;
        return (Marks(Vector256.LoadUnsafe(ref chunk)) | Marks(Vector256.LoadUnsafe(ref chunk, Chunk / 2))) != Vector256<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Marks(Vector512<byte> text) =>
        Vector512.Equals(text, Vector512.Create((byte)'"')) | Vector512.Equals(text, Vector512.Create((byte)'\r')) | Vector512.Equals(text, Vector512<byte>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Marks(Vector256<byte> text) =>
        Vector256.Equals(text, Vector256.Create((byte)'"')) | Vector256.Equals(text, Vector256.Create((byte)'\r')) | Vector256.Equals(text, Vector256<byte>.Zero);

    // The bytes before the first one that scanning stops at.
    private ulong Stop(ref byte chunk, ulong lines, ulong within)
    {
        ulong returns = At(ref chunk, (byte)'\r') & within;
        ulong odd = (At(ref chunk, (byte)'"') | At(ref chunk, 0) | (((returns << 1) | _carry) & ~lines)) & within;
        _carry = returns >> (Chunk - 1);
        if (odd == 0) return within;
        IsStopped = true;
        return within & ((odd & (~odd + 1)) - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong At(ref byte chunk, byte sign)
    {
        if (Vector512.IsHardwareAccelerated) return Vector512.Equals(Vector512.LoadUnsafe(ref chunk), Vector512.Create(sign)).ExtractMostSignificantBits();
        ulong low = Vector256.Equals(Vector256.LoadUnsafe(ref chunk), Vector256.Create(sign)).ExtractMostSignificantBits();
        return low | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref chunk, Chunk / 2), Vector256.Create(sign)).ExtractMostSignificantBits() << (Chunk / 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(ulong separators, ref byte chunk, int at, ref int ends)
    {
        int count = BitOperations.PopCount(separators);
        if (Avx512Vbmi2.IsSupported) Spread(ref chunk, count, at, ref Unsafe.Add(ref ends, Count));
        else SpreadEights(separators, count, at, ref Unsafe.Add(ref ends, Count));

        Count += count;
    }

    // Eight at a time, those that are not there too: chunks mostly have as many eights, so that it is guessed right when to stop.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SpreadEights(ulong separators, int count, int at, ref int ends)
    {
        for (int i = 0; i < count; i += 8)
        {
            SpreadFour(ref separators, at, ref Unsafe.Add(ref ends, i));
            SpreadFour(ref separators, at, ref Unsafe.Add(ref ends, i + 4));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SpreadFour(ref ulong separators, int at, ref int ends)
    {
        ulong second = separators & (separators - 1);
        ulong third = second & (second - 1);
        ulong fourth = third & (third - 1);
        ends = at + BitOperations.TrailingZeroCount(separators);
        Unsafe.Add(ref ends, 1) = at + BitOperations.TrailingZeroCount(second);
        Unsafe.Add(ref ends, 2) = at + BitOperations.TrailingZeroCount(third);
        Unsafe.Add(ref ends, 3) = at + BitOperations.TrailingZeroCount(fourth);
        separators = fourth & (fourth - 1);
    }

    // The places of separators, one behind the other. They come in order, so those not asked for stand behind the others, and are written over later.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread(ref byte chunk, int count, int at, ref int ends)
    {
        const int places = 16;
        Vector512<byte> text = Vector512.LoadUnsafe(ref chunk);
        Vector512<byte> isSet = Vector512.Equals(text, Vector512.Create((byte)',')) | Vector512.Equals(text, Vector512.Create((byte)'\n'));
        Vector512<byte> lanes = Avx512Vbmi2.Compress(Vector512<byte>.Zero, isSet, Vector512<byte>.Indices);
        Vector512<int> start = Vector512.Create(at);
        (Avx512F.ConvertToVector512Int32(lanes.GetLower().GetLower()) + start).StoreUnsafe(ref ends);
        if (count <= places) return;
        (Avx512F.ConvertToVector512Int32(lanes.GetLower().GetUpper()) + start).StoreUnsafe(ref ends, places);
        if (count <= 2 * places) return;
        (Avx512F.ConvertToVector512Int32(lanes.GetUpper().GetLower()) + start).StoreUnsafe(ref ends, 2 * places);
        (Avx512F.ConvertToVector512Int32(lanes.GetUpper().GetUpper()) + start).StoreUnsafe(ref ends, 3 * places);
    }
}
