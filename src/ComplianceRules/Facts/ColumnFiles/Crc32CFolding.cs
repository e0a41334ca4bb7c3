using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Facts;

/// <summary>Makes many bytes few that have the same CRC-32C, by carry-less multiplication: as fast as memory gives them.</summary>
/// <remarks>Source: Gopal, Ozturk, Guilford et al., Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction, Intel 2009.</remarks>
internal static class Crc32CFolding
{
    /// <summary>How many bytes it takes to be worth it.</summary>
    public const int Least = 1024;

    // As many as are left; each 128 bits are moved over as many to the 128 they are added to.
    private const int Step = 256;

    // x to the 2048 + 32 and to the 2048 - 32, both modulo the polynomial, their bits in the other order and shifted by one.
    private const ulong LowFactor = 0xDCB17AA4;
    private const ulong HighFactor = 0xB9E02B86;

    /// <summary>Whether the processor can.</summary>
    public static bool IsSupported => Pclmulqdq.V512.IsSupported && Avx512F.IsSupported;

    /// <summary>Goes on with more bytes, as far as whole steps go.</summary>
    /// <param name="checksum">What the bytes before came to.</param>
    /// <param name="bytes">The bytes; those that are left afterwards.</param>
    public static uint Continue(uint checksum, ref ReadOnlySpan<byte> bytes)
    {
        int whole = bytes.Length / Step * Step;
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        Vector512<ulong> factors = Vector512.Create(Vector128.Create(LowFactor, HighFactor));
        Vector512<ulong> a = At(ref first, 0) ^ Vector512.CreateScalar((ulong)checksum);
        Vector512<ulong> b = At(ref first, 64);
        Vector512<ulong> c = At(ref first, 128);
        Vector512<ulong> d = At(ref first, 192);
        for (int at = Step; at < whole; at += Step)
        {
            ref byte here = ref Unsafe.Add(ref first, at);
            a = Moved(a, factors) ^ At(ref here, 0);
            b = Moved(b, factors) ^ At(ref here, 64);
            c = Moved(c, factors) ^ At(ref here, 128);
            d = Moved(d, factors) ^ At(ref here, 192);
        }

        Span<ulong> rest = stackalloc ulong[Step / sizeof(ulong)];
        a.CopyTo(rest);
        b.CopyTo(rest[8..]);
        c.CopyTo(rest[16..]);
        d.CopyTo(rest[24..]);
        bytes = bytes[whole..];
        return Crc32C.ContinueByWords(0, MemoryMarshal.AsBytes(rest));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> At(ref byte first, nuint offset) => Vector512.LoadUnsafe(ref first, offset).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Moved(Vector512<ulong> sum, Vector512<ulong> factors) =>
        Pclmulqdq.V512.CarrylessMultiply(sum, factors, 0x00) ^ Pclmulqdq.V512.CarrylessMultiply(sum, factors, 0x11);
}
