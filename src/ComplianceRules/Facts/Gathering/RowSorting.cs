using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Puts rows in groups below the rows above, those without a parent last; classes by grade within their school, those without a grade last. Else rows keep their order.</summary>
internal sealed class RowSorting
{
    private readonly TableBuilder _builder;
    private readonly TableLayout? _above;
    private readonly ReadOnlyMemory<byte>? _grades;
    private readonly int _groups;
    private readonly CancellationWatch _watch;

    private RowSorting(TableBuilder builder, TableLayout? above, CancellationWatch watch)
    {
        _builder = builder;
        _watch = watch;
        _above = above;
        if (builder.Schema.Name == BaseTables.Class) _grades = new GradeColumn(builder).GroupsOf(builder.Rows.Length);
        _groups = above?.Count ?? 0;
    }

    public static TableLayout Sort(TableBuilder builder, TableLayout? above, CancellationWatch watch) => new RowSorting(builder, above, watch).Sort();

    private TableLayout Sort()
    {
        int[] starts = new int[_groups + 2];
        if (IsInOrder(starts)) return Layout(null, starts);
        Count(starts);
        int[] order = ByParent(starts);
        if (_grades is not null) SortByGrade(order, starts);
        return Layout(order, starts);
    }

    // Whether rows are all there and in order already, and if so where each group begins.
    private bool IsInOrder(int[] starts)
    {
        if (_builder.Rows.HasRemoved) return false;
        ReadOnlySpan<int> parents = _builder.Rows.ParentsPlusOne;
        RowHeads heads = new(parents.Length);
        heads.Add(parents);
        (int next, int least) = (0, _grades is null ? -1 : 0);
        for (int head = 0, seen = 0; head < parents.Length; head = heads.NextAfter(head))
        {
            _watch.LookAt(seen++);
            int group = GroupBelow(parents[head] - 1);
            if (group < next + least) return false;
            while (next <= group) starts[next++] = head;
        }

        starts.AsSpan(next).Fill(parents.Length);
        return _grades is null || DoAscend(_grades.Value.Span, parents);
    }

    private bool DoAscend(ReadOnlySpan<byte> grades, ReadOnlySpan<int> parents)
    {
        ref byte first = ref MemoryMarshal.GetReference(grades);
        int row = 1;
        for (; row <= grades.Length - Vector256<byte>.Count; row += Vector256<byte>.Count)
        {
            _watch.LookAt(row - 1);
            uint falls = Vector256.LessThan(Vector256.LoadUnsafe(ref first, (nuint)row), Vector256.LoadUnsafe(ref first, (nuint)(row - 1))).ExtractMostSignificantBits();
            for (; falls != 0; falls &= falls - 1)
            {
                int at = row + BitOperations.TrailingZeroCount(falls);
                if (parents[at] == parents[at - 1]) return false;
            }
        }

        for (; row < grades.Length; row++)
        {
            if (grades[row] < grades[row - 1] && parents[row] == parents[row - 1]) return false;
        }

        return true;
    }

    private void Count(int[] starts)
    {
        starts.AsSpan().Clear();
        for (int row = 0; row < _builder.Rows.Length; row++)
        {
            _watch.LookAt(row);
            if (!_builder.Rows.IsRemoved(row)) starts[GroupOf(row) + 1]++;
        }

        for (int group = 0; group <= _groups; group++) starts[group + 1] += starts[group];
    }

    private int[] ByParent(int[] starts)
    {
        int[] next = [.. starts];
        int[] order = new int[_builder.Rows.Count];
        for (int row = 0; row < _builder.Rows.Length; row++)
        {
            _watch.LookAt(row);
            if (!_builder.Rows.IsRemoved(row)) order[next[GroupOf(row)]++] = row;
        }

        return order;
    }

    private void SortByGrade(int[] order, int[] starts)
    {
        int[] room = [];
        int[] next = new int[GradeColumn.Groups + 1];
        for (int group = 0; group <= _groups; group++)
        {
            _watch.LookAt(group);
            Span<int> rows = order.AsSpan(starts[group]..starts[group + 1]);
            if (rows.Length < 2) continue;
            if (room.Length < rows.Length) room = new int[rows.Length * 2];
            SortByGrade(rows, room.AsSpan(0, rows.Length), next);
        }
    }

    private void SortByGrade(Span<int> rows, Span<int> room, Span<int> next)
    {
        next.Clear();
        ReadOnlySpan<byte> grades = _grades!.Value.Span;
        foreach (int row in rows) next[grades[row] + 1]++;
        for (int grade = 1; grade < next.Length; grade++) next[grade] += next[grade - 1];
        foreach (int row in rows) room[next[grades[row]]++] = row;
        room.CopyTo(rows);
    }

    private TableLayout Layout(int[]? order, int[] starts)
    {
        Memory<int> parents = _builder.Rows.TakeParents();
        if (order is null && _above is { Reordering: null }) DecreaseAll(parents.Span);
        else Number(parents.Span);
        return TableLayout.Of(_builder, order, parents, starts, _watch);
    }

    private static void DecreaseAll(Span<int> parents)
    {
        ref int first = ref MemoryMarshal.GetReference(parents);
        int row = 0;
        for (; row <= parents.Length - Vector256<int>.Count; row += Vector256<int>.Count)
            (Vector256.LoadUnsafe(ref first, (nuint)row) - Vector256<int>.One).StoreUnsafe(ref first, (nuint)row);
        for (; row < parents.Length; row++) parents[row]--;
    }

    private void Number(Span<int> parents)
    {
        for (int row = 0; row < parents.Length; row++)
        {
            _watch.LookAt(row);
            parents[row] = GroupBelow(parents[row] - 1) is int group && group < _groups ? group : -1;
        }
    }

    private int GroupOf(int row) => GroupBelow(_builder.Rows.Parent(row));

    private int GroupBelow(int parent) => parent >= 0 && _above is not null && _above.Number(parent) is >= 0 and int group ? group : _groups;
}
