using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Looks whether child lists hold rows that there are, and the rows that lie below.</summary>
internal static class ListCheck
{
    /// <summary>Whether each list begins before it ends, within a table.</summary>
    public static bool AreRows(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int count)
    {
        ref int start = ref MemoryMarshal.GetReference(starts);
        ref int end = ref MemoryMarshal.GetReference(ends[..starts.Length]);
        (Vector512<int> most, Vector512<int> wrong) = (Vector512.Create(count), Vector512<int>.Zero);
        int row = 0;
        for (; row <= starts.Length - Vector512<int>.Count; row += Vector512<int>.Count)
        {
            (Vector512<int> some, Vector512<int> last) = (Vector512.LoadUnsafe(ref start, (nuint)row), Vector512.LoadUnsafe(ref end, (nuint)row));
            wrong |= Vector512.LessThan(some, Vector512<int>.Zero) | Vector512.LessThan(last, some) | Vector512.GreaterThan(last, most);
        }

        bool areRows = wrong == Vector512<int>.Zero;
        for (; row < starts.Length; row++) areRows &= starts[row] >= 0 && ends[row] >= starts[row] && ends[row] <= count;
        return areRows;
    }

    /// <summary>Whether the lists of a table's rows are those that the rows' parents make.</summary>
    /// <remarks>Where regions lie within each other, and where classes go by grade, nothing follows from parents alone.</remarks>
    /// <param name="table">The table that has the list.</param>
    /// <param name="list">The list.</param>
    /// <param name="rows">The table whose rows it holds.</param>
    public static bool FollowsParents(FactTable table, ChildList list, FactTable rows)
    {
        if (table.Schema.Name == BaseTables.Region || (table.Schema.Name == BaseTables.YearGroup && rows.Schema.Name == BaseTables.Class)) return true;
        bool isDirect = rows.Schema.Parent == table.Schema.Name;
        ReadOnlySpan<int> starts = list.Starts;
        ReadOnlySpan<int> ends = list.Ends;
        ReadOnlySpan<int> parents = rows.Parents;
        int next = ends.IsEmpty ? 0 : ends[^1];
        bool areNeighbours = starts.IsEmpty || (starts[0] == 0 && starts[1..].SequenceEqual(ends[..^1]));
        return areNeighbours && (!isDirect || (AreBelow(starts, ends, parents) && (next == rows.Count || parents[next] == -1)));
    }

    // Parents ascend, so that the first and the last row of a list tell those between them.
    private static bool AreBelow(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> parents)
    {
        int others = 0;
        for (int row = 0; row < starts.Length && row < ends.Length; row++)
        {
            (int start, int end) = (starts[row], ends[row]);
            if (start < end) others |= (parents[start] ^ row) | (parents[end - 1] ^ row);
        }

        return others == 0;
    }
}
