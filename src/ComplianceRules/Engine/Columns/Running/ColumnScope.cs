using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The rows of one table that conditions are answered for at once, and the answers.</summary>
/// <remarks>For one thread. A condition that several rules share is answered once for each block.</remarks>
/// <param name="worker">What the thread works with.</param>
/// <param name="program">The conditions of the table.</param>
internal sealed class ColumnScope(ColumnWorker worker, TableProgram program)
{
    private readonly TruthBuffer?[] _answers = new TruthBuffer?[program.Count];
    private readonly NumberBuffer?[] _numbers = new NumberBuffer?[program.Numbers];
    private readonly Dictionary<int, ColumnScope> _above = [];
    private readonly Dictionary<int, ColumnScope> _below = [];
    private readonly List<(int Column, ulong Keys, TruthBuffer Answers)> _marked = [];
    private readonly Dictionary<string, ListPlaces> _places = new(StringComparer.Ordinal);
    private BoundTable? _bound = worker.Binding.Table(program);
    private long _stamp;

    /// <summary>All rows of the table.</summary>
    public BoundTable Bound => _bound!;

    /// <summary>What the thread works with.</summary>
    public ColumnWorker Worker => worker;

    /// <summary>The first row at hand.</summary>
    public int From { get; private set; }

    /// <summary>The row after the last at hand.</summary>
    public int To { get; private set; }

    /// <summary>The row of the first bit: the first at hand or one before it, a multiple of 64.</summary>
    public int First { get; private set; }

    /// <summary>How many words the bits of the rows take.</summary>
    public int Length { get; private set; }

    /// <summary>Begins with other facts, no row at hand.</summary>
    public void Bind()
    {
        _bound = worker.Binding.Table(program);
        (From, To) = (0, 0);
        foreach (ColumnScope scope in _above.Values) scope.Bind();
        foreach (ColumnScope scope in _below.Values) scope.Bind();
    }

    /// <summary>Lets go of the facts.</summary>
    public void Release()
    {
        _bound = null;
        foreach (ListPlaces places in _places.Values) places.Release();
        foreach (TruthBuffer? answers in _answers) answers?.Release();
        foreach (ColumnScope scope in _above.Values) scope.Release();
        foreach (ColumnScope scope in _below.Values) scope.Release();
    }

    /// <summary>Takes other rows at hand.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="to">The row after the last.</param>
    public void Move(int from, int to)
    {
        if (from == From && to == To && from < to) return;
        (From, To, First) = (from, to, from & ~(ValidityBits.PerWord - 1));
        Length = ValidityBits.Words(to - First);
        _stamp++;
        _marked.Clear();
    }

    /// <summary>The answers of a condition.</summary>
    /// <param name="node">A condition of the table.</param>
    public TruthBuffer Truth(TruthNode node)
    {
        TruthBuffer answers = _answers[node.Slot] ??= new TruthBuffer();
        if (answers.Stamp == _stamp) return answers;

        // Code that is not compiled at its best yet takes long for a block.
        worker.Check();
        answers.Begin(_stamp, Length);
        node.Judge(this, answers);
        return answers;
    }

    /// <summary>Whether the key of each row is one of some, where that has been found for the rows at hand; else null.</summary>
    /// <param name="column">The number of the column of the keys.</param>
    /// <param name="keys">The keys, one bit each.</param>
    public TruthBuffer? MarkedBy(int column, ulong keys)
    {
        foreach ((int other, ulong marked, TruthBuffer answers) in _marked)
        {
            if (other == column && marked == keys && answers.Stamp == _stamp) return answers;
        }

        return null;
    }

    /// <summary>Keeps which rows have one of some keys.</summary>
    /// <param name="column">The number of the column of the keys.</param>
    /// <param name="keys">The keys, one bit each.</param>
    /// <param name="answers">The answers for the rows at hand.</param>
    public void Mark(int column, ulong keys, TruthBuffer answers) => _marked.Add((column, keys, answers));

    /// <summary>The numbers of a node.</summary>
    /// <param name="node">A node of the table.</param>
    public NumberBuffer Number(NumberNode node)
    {
        NumberBuffer numbers = _numbers[node.Slot] ??= new NumberBuffer();
        if (numbers.Stamp == _stamp) return numbers;
        numbers.Begin(_stamp, Length);
        node.Measure(this, numbers);
        return numbers;
    }

    /// <summary>A column by its number; null where no row has the field.</summary>
    /// <param name="number">The number in the program.</param>
    public FactColumn? Column(int number) => Bound.Column(number);

    /// <summary>The words of a bitmap of the table that belong to the rows at hand.</summary>
    /// <param name="bitmap">One bit for each row of the table.</param>
    public ReadOnlySpan<ulong> Words(ReadOnlySpan<ulong> bitmap) => bitmap.Slice(First >> 6, Length);

    /// <summary>The bits of a column of truth values.</summary>
    /// <param name="column">The column.</param>
    public ReadOnlySpan<ulong> Bits(FactColumn column) => Words(column.Cells.Cells<ulong>());

    /// <summary>Which values of a column are known; empty where all are.</summary>
    /// <param name="column">The column.</param>
    public ReadOnlySpan<ulong> Known(FactColumn column) => column.IsTotal ? [] : Words(column.Known);

    /// <summary>The rows above.</summary>
    /// <param name="number">The number of their program.</param>
    public ColumnScope Above(int number)
    {
        if (!_above.TryGetValue(number, out ColumnScope? scope)) _above.Add(number, scope = worker.Open(number));
        return scope;
    }

    /// <summary>The rows of a list.</summary>
    /// <param name="number">The number of their program.</param>
    public ColumnScope Below(int number)
    {
        if (!_below.TryGetValue(number, out ColumnScope? scope)) _below.Add(number, scope = worker.Open(number));
        return scope;
    }

    /// <summary>Where the items of a list of the rows at hand lie; null where no row has the list.</summary>
    /// <param name="list">The list's name.</param>
    public ListPlaces? Places(string list)
    {
        if (Bound.Table.List(list) is not { } lists) return null;
        if (!_places.TryGetValue(list, out ListPlaces? places)) _places.Add(list, places = new ListPlaces());
        if (places.Stamp != _stamp) places.Begin(lists, this, _stamp);
        return places;
    }
}
