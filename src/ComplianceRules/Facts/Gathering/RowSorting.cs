namespace ComplianceRules.Facts;

/// <summary>Puts rows in groups below the rows above, those without a parent last; classes by grade within their school, those without a grade last. Else rows keep their order.</summary>
internal sealed class RowSorting
{
    private readonly TableBuilder _builder;
    private readonly TableLayout? _above;
    private readonly byte[]? _grades;
    private readonly int _groups;
    private readonly CancellationWatch _watch;

    private RowSorting(TableBuilder builder, TableLayout? above, CancellationWatch watch)
    {
        _builder = builder;
        _watch = watch;
        _above = above;
        _grades = builder.Schema.Name == BaseTables.Class ? new GradeColumn(builder).GroupsOf(builder.Rows.Length) : null;
        _groups = above?.Count ?? 0;
    }

    public static TableLayout Sort(TableBuilder builder, TableLayout? above, CancellationWatch watch) => new RowSorting(builder, above, watch).Sort();

    private TableLayout Sort()
    {
        int[] starts = new int[_groups + 2];
        if (IsInOrder(starts)) return Layout(null, starts);
        int[] order = ByParent(starts);
        if (_grades is not null) SortByGrade(order, starts);
        return Layout(order, starts);
    }

    // Counts the rows of each group on the way.
    private bool IsInOrder(int[] starts)
    {
        bool inOrder = true;
        bool isAnyRemoved = _builder.Rows.HasRemoved;
        (int lastGroup, int lastGrade) = (0, 0);
        ReadOnlySpan<int> parents = _builder.Rows.ParentsPlusOne;
        for (int row = 0; row < parents.Length; row++)
        {
            _watch.LookAt(row);
            if (isAnyRemoved && _builder.Rows.IsRemoved(row))
            {
                inOrder = false;
                continue;
            }

            int group = GroupBelow(parents[row] - 1);
            starts[group + 1]++;
            int grade = _grades?[row] ?? 0;
            inOrder &= group > lastGroup || (group == lastGroup && grade >= lastGrade);
            (lastGroup, lastGrade) = (group, grade);
        }

        for (int group = 0; group <= _groups; group++) starts[group + 1] += starts[group];
        return inOrder;
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
        foreach (int row in rows) next[_grades![row] + 1]++;
        for (int grade = 1; grade < next.Length; grade++) next[grade] += next[grade - 1];
        foreach (int row in rows) room[next[_grades![row]]++] = row;
        room.CopyTo(rows);
    }

    private TableLayout Layout(int[]? order, int[] starts)
    {
        Memory<int> parents = _builder.Rows.TakeParents();
        Span<int> above = parents.Span;
        for (int row = 0; row < above.Length; row++)
        {
            _watch.LookAt(row);
            above[row] = GroupBelow(above[row] - 1) is int group && group < _groups ? group : -1;
        }

        return TableLayout.Of(_builder, order, parents, starts, _watch);
    }

    private int GroupOf(int row) => GroupBelow(_builder.Rows.Parent(row));

    private int GroupBelow(int parent) => parent >= 0 && _above is not null && _above.Number(parent) is >= 0 and int group ? group : _groups;
}
