using System.Buffers;

namespace ComplianceRules.Facts;

/// <summary>Numbers that lie in a column file.</summary>
/// <remarks>Holds the file, so that a column keeps it mapped as long as there is the column.</remarks>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed class ColumnMemory<T>(ColumnBytes bytes, long offset, int count) : MemoryManager<T>
    where T : unmanaged
{
    public override Span<T> GetSpan() => bytes.Span<T>(offset, count);

    /// <summary>Never asked for: nobody hands columns to foreign code.</summary>
    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException("columns are not pinned");

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
