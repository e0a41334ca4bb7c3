using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>The bytes of a column file, wherever they are kept.</summary>
/// <remarks>Nobody writes to them. What is taken of them keeps them alive.</remarks>
internal abstract class ColumnBytes : IDisposable
{
    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>Some of the bytes as numbers.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="offset">Where they begin, a multiple of their size.</param>
    /// <param name="count">How many numbers; all within <see cref="Length"/>, which the caller sees to.</param>
    public Span<T> Span<T>(long offset, int count)
        where T : unmanaged => MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref At(offset, (long)count * Unsafe.SizeOf<T>())), count);

    /// <summary>Some of the bytes as numbers, to be kept.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="offset">Where they begin, a multiple of their size.</param>
    /// <param name="count">How many numbers; all within <see cref="Length"/>, which the caller sees to.</param>
    public ReadOnlyMemory<T> Memory<T>(long offset, int count)
        where T : unmanaged => count == 0 ? default : new ColumnMemory<T>(this, offset, count).Memory;

    /// <summary>One of the bytes.</summary>
    /// <param name="offset">Where it is.</param>
    /// <param name="length">How many bytes are read from there on.</param>
    protected abstract ref byte At(long offset, long length);

    /// <summary>Lets go of the bytes; nothing that was taken of them may be used any more.</summary>
    public abstract void Dispose();
}
