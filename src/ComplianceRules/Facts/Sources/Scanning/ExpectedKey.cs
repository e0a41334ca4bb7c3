using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>A key as it was last seen, with every byte from the end of the value before it to the beginning of its own, and what was seen after it.</summary>
internal sealed class ExpectedKey
{
    /// <summary>The most bytes before a value that are remembered.</summary>
    public const int Longest = 256;

    private Vector256<byte> _start = Vector256<byte>.AllBitsSet;
    private Vector256<byte> _second;
    private uint _startMask = uint.MaxValue;
    private uint _secondMask;
    private byte[] _rest = [];

    public ExpectedKey(RowKey key)
    {
        Key = key;
        Next = this;
    }

    /// <summary>The key.</summary>
    public RowKey Key { get; }

    /// <summary>How many bytes are expected; 0 where nothing was seen yet.</summary>
    public int Length { get; private set; }

    /// <summary>What is expected after the value; itself where nothing is.</summary>
    public ExpectedKey Next { get; private set; }

    public void LeadTo(ExpectedKey next) => Next = next;

    /// <summary>Whether the bytes expected stand here and are at most two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAt(ref byte at) => IsSame(ref at, _start, _startMask) && (Length <= Vector256<byte>.Count || (_rest.Length == 0 && IsSame(ref Unsafe.Add(ref at, Vector256<byte>.Count), _second, _secondMask)));

    /// <summary>Whether the bytes expected stand here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Matches(ref byte at) => IsSame(ref at, _start, _startMask) && (Length <= Vector256<byte>.Count || RestMatches(ref at));

    /// <summary>Whether this is the end of an object, which stands here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsEndAt(ref byte at) => Key.Kind == RowKeyKind.End && Length > 0 && IsAt(ref at);

    /// <summary>Expects other bytes from now on.</summary>
    /// <param name="bytes">At most <see cref="Longest"/>.</param>
    public void Expect(ReadOnlySpan<byte> bytes)
    {
        (_start, _startMask) = Vector(bytes);
        (_second, _secondMask) = Vector(bytes[Math.Min(bytes.Length, Vector256<byte>.Count)..]);
        ReadOnlySpan<byte> rest = bytes[Math.Min(bytes.Length, 2 * Vector256<byte>.Count)..];
        if (!rest.SequenceEqual(_rest)) _rest = rest.ToArray();
        Length = bytes.Length;
    }

    private static (Vector256<byte> Bytes, uint Mask) Vector(ReadOnlySpan<byte> bytes)
    {
        int length = Math.Min(bytes.Length, Vector256<byte>.Count);
        Span<byte> vector = stackalloc byte[Vector256<byte>.Count];
        vector.Clear();
        bytes[..length].CopyTo(vector);
        return (Vector256.Create<byte>(vector), length == Vector256<byte>.Count ? uint.MaxValue : (1U << length) - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSame(ref byte at, Vector256<byte> bytes, uint mask) => (~Vector256.Equals(Vector256.LoadUnsafe(ref at), bytes).ExtractMostSignificantBits() & mask) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool RestMatches(ref byte at) => IsSame(ref Unsafe.Add(ref at, Vector256<byte>.Count), _second, _secondMask)
        && (_rest.Length == 0 || MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref at, 2 * Vector256<byte>.Count), _rest.Length).SequenceEqual(_rest));
}
