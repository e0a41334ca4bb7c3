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
