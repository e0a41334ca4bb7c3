using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>The keys of a field's options as they stand in JSON.</summary>
internal sealed class OptionTexts
{
    private readonly byte[][] _keys;
    private readonly ulong[] _starts;

    public OptionTexts(FieldSchema field)
    {
        _keys = [.. field.Options.Select(o => Encoding.UTF8.GetBytes(o.Key))];
        _starts = Array.ConvertAll(_keys, StartOf);
    }

    /// <summary>Reads a key in quotes.</summary>
    /// <param name="at">The opening quote.</param>
    /// <param name="option">Its place among the options, from 0.</param>
    /// <returns>The bytes with both quotes; 0 where it is none.</returns>
    public int Read(ref byte at, out int option)
    {
        option = -1;
        if (at != JsonText.Quote) return 0;
        ref byte text = ref Unsafe.Add(ref at, 1);
        int length = JsonText.Length(ref text, out _);
        if (length < 0) return 0;
        ulong start = length < sizeof(ulong) ? Unsafe.ReadUnaligned<ulong>(ref text) & ((1UL << (length * 8)) - 1) : Unsafe.ReadUnaligned<ulong>(ref text);
        for (int i = 0; i < _starts.Length; i++)
        {
            if (_starts[i] != start || _keys[i].Length != length || !MemoryMarshal.CreateReadOnlySpan(ref text, length).SequenceEqual(_keys[i])) continue;
            option = i;
            return length + 2;
        }

        return 0;
    }

    private static ulong StartOf(byte[] key)
    {
        Span<byte> start = stackalloc byte[sizeof(ulong)];
        start.Clear();
        key.AsSpan(0, Math.Min(key.Length, start.Length)).CopyTo(start);
        return MemoryMarshal.Read<ulong>(start);
    }
}
