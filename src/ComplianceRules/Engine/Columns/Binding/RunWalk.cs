using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Goes through the rows at hand by runs of neighbours for which the stacks set the same.</summary>
/// <remarks>
/// Words are judged whole. The bits before a run in its first word belong to the run before it and are put back; those after it in its last word are put right by the next.
/// </remarks>
/// <param name="scope">The rows at hand.</param>
/// <param name="values">What the stacks set.</param>
internal ref struct RunWalk(ColumnScope scope, StackValues values)
{
    private readonly ReadOnlySpan<BoundRun> _runs = scope.Bound.Runs;
    private int _next = scope.Bound.RunAt(scope.From);
    private int _start;
    private int _end;

    /// <summary>The number of a stack of the run.</summary>
    public int Stack { get; private set; }

    /// <summary>The words of the run.</summary>
    public readonly Range Words => FirstWord..ValidityBits.Words(_end - scope.First);

    /// <summary>The first row of the first word, a multiple of 64.</summary>
    public readonly int First => scope.First + (FirstWord * ValidityBits.PerWord);

    /// <summary>The rows of the run, counted from the first bit.</summary>
    public readonly (int From, int To) Bits => (_start - scope.First, _end - scope.First);

    private readonly int FirstWord => (_start - scope.First) >> 6;

    /// <summary>Goes to the next run.</summary>
    /// <returns>False where there is none.</returns>
    public bool MoveNext()
    {
        if (_next >= _runs.Length || _runs[_next].Start >= scope.To) return false;
        (_start, Stack) = (Math.Max(_runs[_next].Start, scope.From), _runs[_next].Stack);
        int end = _runs[_next++].End;
        while (_next < _runs.Length && _runs[_next].Start == end && values.AreSame(_runs[_next].Stack, Stack)) end = _runs[_next++].End;
        _end = Math.Min(end, scope.To);
        return true;
    }

    /// <summary>The first word of the run as it was before.</summary>
    /// <param name="bits">One bit a row at hand.</param>
    public readonly ulong FirstOf(ReadOnlySpan<ulong> bits) => bits[FirstWord];

    /// <summary>Puts back the bits before the run.</summary>
    /// <param name="bits">One bit a row at hand.</param>
    /// <param name="before">The first word of the run as it was before.</param>
    public readonly void Keep(Span<ulong> bits, ulong before)
    {
        ulong own = ulong.MaxValue << (_start & 63);
        bits[FirstWord] = (before & ~own) | (bits[FirstWord] & own);
    }
}
