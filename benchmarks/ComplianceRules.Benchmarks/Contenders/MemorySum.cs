using System.IO.MemoryMappedFiles;
using System.Numerics;
using System.Runtime.InteropServices;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Adds up all bytes of all columns that the rules read, and the bits of what is known: no engine can be faster than its memory.</summary>
internal static class MemorySum
{
    /// <summary>The bytes of the facts that rules of the benchmark pack read.</summary>
    public static ReadOnlyMemory<FactColumn> Columns(Snapshot snapshot) =>
        new(((string[])[BaseTables.Class, BaseTables.School]).SelectMany(table => snapshot.Table(table).Columns)
            .Where(column => column.Field.Name is not "name" and not "schooling_system").ToArray());

    public static ulong Of(ReadOnlyMemory<FactColumn> columns)
    {
        Vector<ulong> sum = Vector<ulong>.Zero;
        foreach (FactColumn column in columns.Span) sum += Of(column.Cells.Bytes) + Of(MemoryMarshal.AsBytes(column.Known));
        return Vector.Sum(sum);
    }

    public static long Length(ReadOnlyMemory<FactColumn> columns)
    {
        long length = 0;
        foreach (FactColumn column in columns.Span) length += column.Cells.Bytes.Length + (column.Known.Length * 8L);
        return length;
    }

    /// <summary>Maps a file and adds up its bytes: what anybody pays who looks at each of them once.</summary>
    public static unsafe ulong OfFile(string path)
    {
        using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using MemoryMappedViewAccessor view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            return Vector.Sum(Of(new ReadOnlySpan<byte>(start, checked((int)view.SafeMemoryMappedViewHandle.ByteLength))));
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    // Four sums at once, so that additions do not wait for each other.
    private static Vector<ulong> Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<Vector<ulong>> cells = MemoryMarshal.Cast<byte, Vector<ulong>>(bytes);
        (Vector<ulong> a, Vector<ulong> b, Vector<ulong> c, Vector<ulong> d) = (Vector<ulong>.Zero, Vector<ulong>.Zero, Vector<ulong>.Zero, Vector<ulong>.Zero);
        for (; cells.Length >= 4; cells = cells[4..])
        {
            a += cells[0];
            b += cells[1];
            c += cells[2];
            d += cells[3];
        }

        foreach (Vector<ulong> cell in cells) a += cell;
        return a + b + c + d;
    }
}
