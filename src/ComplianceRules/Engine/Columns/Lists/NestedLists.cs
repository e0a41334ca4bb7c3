namespace ComplianceRules.Engine;

/// <summary>Which lists of neighbouring rows are made of those of rows further down, as that of a province is of those of its counties, so that what adds up need not go through the items again.</summary>
/// <remarks>For one thread; used again for one block after the other. Rows in any order are right; only where rows below follow the row above is anything found.</remarks>
internal sealed class NestedLists
{
    // Weighted squares of as many bytes add up to less than 2^53.
    private const int MostItems = 1 << 28;

    private int[] _from = [];
    private int[] _to = [];
    private int[] _leaves = [];
    private int[] _ends = [];
    private int[] _gaps = [];
    private double[] _sums = [];
    private (int Row, int First, int Last)[] _made = [];
    private int _rows;
    private int _leafCount;
    private int _madeCount;

    /// <summary>The places of the rows whose lists are gone through; none for those that are made of others.</summary>
    public ItemPlaces Own => new(_from.AsSpan(0, _rows), _to.AsSpan(0, _rows));

    /// <summary>Whether any list is made of others.</summary>
    public bool IsAny => _madeCount > 0;

    /// <summary>Finds the lists that are made of others.</summary>
    /// <param name="places">The places of all rows.</param>
    /// <param name="items">How many items there are.</param>
    public void Begin(ItemPlaces places, int items)
    {
        (_rows, _leafCount, _madeCount) = (places.From.Length, 0, 0);
        if (items > MostItems) return;
        if (_from.Length < _rows) (_from, _to, _leaves, _ends, _gaps, _sums, _made) = (new int[_rows], new int[_rows], new int[_rows], new int[_rows], new int[_rows], new double[_rows + 1], new (int, int, int)[_rows]);
        if (!TryFindLeaves(places)) return;
        places.From.CopyTo(_from);
        places.To.CopyTo(_to);
        for (int row = 0; row < _rows; row++) Make(places, row);
    }

    /// <summary>Gives each row whose list is made of others the sum of what those have.</summary>
    /// <param name="numbers">Whole numbers of the rows that are gone through.</param>
    public void AddUp(Span<double> numbers)
    {
        double sum = 0;
        for (int leaf = 0; leaf < _leafCount; leaf++)
        {
            _sums[leaf] = sum;
            sum += numbers[_leaves[leaf]];
        }

        _sums[_leafCount] = sum;
        foreach ((int row, int first, int last) in _made.AsSpan(0, _madeCount)) numbers[row] = _sums[last + 1] - _sums[first];
    }

    // The lists that hold no list of a later row, where these lie one behind the other.
    private bool TryFindLeaves(ItemPlaces places)
    {
        int next = int.MaxValue;
        for (int row = _rows - 1; row >= 0; row--)
        {
            (int from, int to) = (places.From[row], places.To[row]);
            if (from >= to) continue;
            if (to <= next) _leaves[_leafCount++] = row;
            else if (from > next) return false;
            next = from;
        }

        _leaves.AsSpan(0, _leafCount).Reverse();
        for (int leaf = 0; leaf < _leafCount; leaf++)
        {
            int row = _leaves[leaf];
            bool isFirst = leaf == 0;
            if (!isFirst && places.From[row] < _ends[leaf - 1]) return false;
            _gaps[leaf] = isFirst ? 0 : _gaps[leaf - 1] + (places.From[row] == _ends[leaf - 1] ? 0 : 1);
            _ends[leaf] = places.To[row];
        }

        return true;
    }

    private void Make(ItemPlaces places, int row)
    {
        (int from, int to) = (places.From[row], places.To[row]);
        if (from >= to) return;
        int last = _ends.AsSpan(0, _leafCount).BinarySearch(to);
        int before = _ends.AsSpan(0, _leafCount).BinarySearch(from);
        int first = before >= 0 ? before + 1 : ~before;
        if (last < first || places.From[_leaves[first]] != from || _gaps[first] != _gaps[last] || _leaves[first] == row) return;
        _made[_madeCount++] = (row, first, last);
        (_from[row], _to[row]) = (0, 0);
    }
}
