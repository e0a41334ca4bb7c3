using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Orders the rows of one table by their keys, as the UTF-16 of their texts would be compared, without making a text.</summary>
/// <remarks>For one thread. See <see cref="FactTable.Key"/>.</remarks>
internal sealed class RowOrder
{
    private const byte FirstAfterSurrogates = 0xEE;
    private const byte LastAfterSurrogates = 0xEF;
    private const byte Raised = 0x10;
    private const int BytesOfHead = 8;
    private const int BitsOfByte = 8;

    private readonly FactTable[] _tables;
    private readonly int[] _left;
    private readonly int[] _right;

    /// <summary>Makes ready to order rows of a table.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="table">The table.</param>
    public RowOrder(Snapshot snapshot, FactTable table)
    {
        _tables = [.. WithThoseBefore(snapshot, table)];
        _left = new int[_tables.Length];
        _right = new int[_tables.Length];
    }

    /// <summary>The order of some rows: by key, equal keys by row.</summary>
    /// <param name="rows">The rows, in any order; best where they are a few ascending sequences one behind the other.</param>
    /// <returns>Which of them is the first, the second and so on; null where they are in order.</returns>
    public int[]? Of(ReadOnlySpan<int> rows)
    {
        HeadedRows headed = new(this, rows);
        return NaturalMerge.Order(rows.Length, headed.Compare);
    }

    /// <summary>Which of two rows comes first: negative for the left one, 0 where their keys are equal.</summary>
    /// <param name="left">A row.</param>
    /// <param name="right">Another row.</param>
    public int Compare(int left, int right)
    {
        int leftDepth = Climb(left, _left);
        int rightDepth = Climb(right, _right);
        // What lies below the same row has the same beginning.
        while (leftDepth == rightDepth && leftDepth > 1 && _left[leftDepth - 1] == _right[leftDepth - 1]) rightDepth = --leftDepth;
        KeyBytes a = new(_tables, _left, leftDepth);
        KeyBytes b = new(_tables, _right, rightDepth);
        while (true)
        {
            bool isMore = a.Fill();
            if (!b.Fill()) return isMore ? 1 : 0;
            if (!isMore) return -1;
            int length = Math.Min(a.Rest.Length, b.Rest.Length);
            int same = a.Rest[..length].CommonPrefixLength(b.Rest);
            if (same < length) return Weight(a.Rest[same]) - Weight(b.Rest[same]);
            a.Skip(length);
            b.Skip(length);
        }
    }

    /// <summary>The beginning of a row's key as two numbers: where these of two rows differ, the keys are in their order.</summary>
    /// <param name="row">The row.</param>
    public (ulong First, ulong Second) Head(int row)
    {
        KeyBytes key = new(_tables, _left, Climb(row, _left));
        return (Next(ref key), Next(ref key));
    }

    private static ulong Next(ref KeyBytes key)
    {
        ulong head = 0;
        for (int i = 0; i < BytesOfHead; i++)
        {
            head <<= BitsOfByte;
            if (!key.Fill()) continue;
            head |= (uint)Weight(key.Rest[0]);
            key.Skip(1);
        }

        return head;
    }

    // UTF-16 writes what is above U+FFFF with surrogates, which come before U+E000; UTF-8 begins the former with F0 to F4 and the latter with EE and EF.
    private static int Weight(byte utf8) => utf8 is FirstAfterSurrogates or LastAfterSurrogates ? utf8 + Raised : utf8;

    private int Climb(int row, int[] rows)
    {
        int depth = 0;
        while (true)
        {
            rows[depth++] = row;
            if (depth == _tables.Length) return depth;
            row = _tables[depth - 1].Parent(row);
            if (row < 0) return depth;
        }
    }

    private static IEnumerable<FactTable> WithThoseBefore(Snapshot snapshot, FactTable table)
    {
        yield return table;
        while (!table.Schema.HasGlobalIds && table.Schema.Parent != table.Schema.Name)
        {
            table = snapshot.Table(table.Schema.Parent!);
            yield return table;
        }
    }
}
