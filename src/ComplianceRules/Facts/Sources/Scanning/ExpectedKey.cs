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
    private uint _startMask = uint.MaxValue;
    private byte[] _rest = [];

    public ExpectedKey(RowKey? key)
    {
        Key = key;
        Role = key?.Role ?? RowKeyRole.End;
        Next = this;
    }

    /// <summary>The key; null where the object ends.</summary>
    public RowKey? Key { get; }

    /// <summary>What the key is for.</summary>
    public RowKeyRole Role { get; }

    /// <summary>How many bytes are expected; 0 where nothing was seen yet.</summary>
    public int Length { get; private set; }

    /// <summary>What is expected after the value; itself where nothing is.</summary>
    public ExpectedKey Next { get; private set; }

    public void LeadTo(ExpectedKey next) => Next = next;

    /// <summary>Whether the bytes expected stand here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Matches(ref byte at) =>
        (~Vector256.Equals(Vector256.LoadUnsafe(ref at), _start).ExtractMostSignificantBits() & _startMask) == 0 && (Length <= Vector256<byte>.Count || RestMatches(ref at));

    /// <summary>Expects other bytes from now on.</summary>
    /// <param name="bytes">At most <see cref="Longest"/>.</param>
    public void Expect(ReadOnlySpan<byte> bytes)
    {
        int first = Math.Min(bytes.Length, Vector256<byte>.Count);
        Span<byte> start = stackalloc byte[Vector256<byte>.Count];
        start.Clear();
        bytes[..first].CopyTo(start);
        _start = Vector256.Create<byte>(start);
        _startMask = first == Vector256<byte>.Count ? uint.MaxValue : (1U << first) - 1;
        if (!bytes[first..].SequenceEqual(_rest)) _rest = bytes[first..].ToArray();
        Length = bytes.Length;
    }

    private bool RestMatches(ref byte at) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref at, Vector256<byte>.Count), _rest.Length).SequenceEqual(_rest);
}
