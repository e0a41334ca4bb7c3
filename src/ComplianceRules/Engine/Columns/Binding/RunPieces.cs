using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Goes through the rows at hand in pieces, and through the short runs of each, so that what the stacks set for its rows can be gathered in the first-level cache.</summary>
/// <param name="scope">The rows at hand.</param>
/// <param name="values">What the stacks set.</param>
internal ref struct RunPieces(ColumnScope scope, StackValues values)
{
    /// <summary>The rows of a piece.</summary>
    public const int Rows = 4096;

    /// <summary>The words that hold a number of the widest kind for each row of a piece and for those that a vector writes past its end.</summary>
    public const int Room = Rows + CellStore.RowsOfGroup;

    private const int LongRun = 4;

    private readonly int _length = scope.Length;
    private RunWalk _runs = new(scope, values);
    private int _word = -Rows / ValidityBits.PerWord;
    private bool _hasRun;
    private bool _isPending;

    /// <summary>The words of the piece.</summary>
    public readonly Range Words => _word..Math.Min(_word + (Rows / ValidityBits.PerWord), _length);

    /// <summary>The first row of the piece, a multiple of 64, counted from the first bit.</summary>
    public readonly int First => _word * ValidityBits.PerWord;

    /// <summary>The number of a stack of the run.</summary>
    public readonly int Stack => _runs.Stack;

    /// <summary>The rows of the run that lie in the piece, counted from its first.</summary>
    public readonly Range Run => Math.Max(_runs.Bits.From - First, 0)..Math.Min(_runs.Bits.To - First, Rows);

    /// <summary>Whether runs are so short that a call for each costs more than gathering.</summary>
    /// <param name="scope">The rows at hand.</param>
    public static bool AreFor(ColumnScope scope) => (scope.Bound.RunAt(scope.To - 1) - scope.Bound.RunAt(scope.From)) * LongRun > scope.Length;

    /// <summary>Goes to the next piece, before its first run.</summary>
    /// <returns>False where there is none.</returns>
    public bool MoveNext()
    {
        _word += Rows / ValidityBits.PerWord;
        _isPending = _hasRun && _runs.Bits.To > First;
        return _word < _length;
    }

    /// <summary>Goes to the next run of the piece; one that goes on in the next piece comes again there.</summary>
    /// <returns>False where there is none.</returns>
    public bool NextRun()
    {
        int end = First + Rows;
        if (!_isPending)
        {
            if (_hasRun && _runs.Bits.To > end) return false;
            _hasRun = _runs.MoveNext();
        }

        _isPending = _hasRun && _runs.Bits.From >= end;
        return _hasRun && !_isPending;
    }
}
