using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>Takes the sections of a column file one after the other, each only once its bytes are known to be those that were written.</summary>
/// <remarks>Sections have no addresses: each begins where the one before it ends, so that none can lie over another or outside of the file.</remarks>
internal sealed class SectionCursor(ColumnBytes bytes, ColumnFileHeader header, BlockChecks checks)
{
    private long _position = ColumnFileFormat.HeaderLength;

    /// <summary>The next section.</summary>
    /// <typeparam name="T">The type of its numbers.</typeparam>
    /// <param name="count">How many numbers it has; not negative.</param>
    /// <param name="part">What messages call it.</param>
    public ReadOnlyMemory<T> Take<T>(long count, string part)
        where T : unmanaged
    {
        ColumnFileFault.Require(count <= int.MaxValue, part);
        long start = _position;
        Pass(count * Unsafe.SizeOf<T>(), part);
        return bytes.Memory<T>(start, (int)count);
    }

    /// <summary>The next section, looked at piece by piece as it is compared with its checksums, while it is in the processor's cache.</summary>
    /// <typeparam name="T">The type of its numbers, of at most as many bytes as sections are aligned to.</typeparam>
    /// <param name="count">How many numbers it has; not negative.</param>
    /// <param name="part">What messages call it.</param>
    /// <param name="isSound">Whether the next piece is what it can be; each but the last is a whole number of vectors.</param>
    public ReadOnlyMemory<T> Take<T>(long count, string part, Func<ReadOnlySpan<T>, bool> isSound)
        where T : unmanaged
    {
        ColumnFileFault.Require(count <= int.MaxValue && count * Unsafe.SizeOf<T>() <= header.ChecksumsStart - _position, part);
        long end = _position + (count * Unsafe.SizeOf<T>());
        bool holds = true;
        for (long at = _position; at < end;)
        {
            long next = Math.Min(end, (at / ColumnFileFormat.BlockLength * ColumnFileFormat.BlockLength) + ColumnFileFormat.BlockLength);
            checks.Through(next);
            holds &= isSound(bytes.Span<T>(at, (int)((next - at) / Unsafe.SizeOf<T>())));
            at = next;
        }

        ReadOnlyMemory<T> taken = Take<T>(count, part);
        ColumnFileFault.Require(holds, part);
        return taken;
    }

    /// <summary>Passes over the next section.</summary>
    /// <param name="length">How many bytes it has; not negative.</param>
    /// <param name="part">What messages call it.</param>
    public void Pass(long length, string part)
    {
        ColumnFileFault.Require(length <= header.ChecksumsStart - _position, part);
        long end = _position + length;
        _position = ColumnFileFormat.Aligned(end);
        checks.Through(_position);
        ColumnFileFault.Require(!bytes.Span<byte>(end, (int)(_position - end)).ContainsAnyExcept((byte)0), part);
    }

    /// <summary>Refuses what is left over.</summary>
    public void End() => ColumnFileFault.Require(_position == header.ChecksumsStart, "sections");
}
