using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Goes through the runs of the rows at hand whose stacks give a constant one value each; all rows at once where the constant is the same for all stacks.</summary>
/// <param name="scope">The rows at hand.</param>
/// <param name="constant">The constant.</param>
internal ref struct ConstantRuns(ColumnScope scope, Constant constant)
{
    private readonly ConstantValues _values = scope.Bound.Binding.ValuesOf(constant);
    private RunWalk _runs = new(scope, scope.Bound.Binding.ValuesOf(constant));
    private bool _isOver;

    /// <summary>The first row of the run and the one after the last, counted from the row of the first bit.</summary>
    public (int From, int To) Rows { get; private set; }

    /// <summary>The number of the stack.</summary>
    public readonly int Stack => _values.IsUniform ? 0 : _runs.Stack;

    /// <summary>The value.</summary>
    public readonly Value Value => _values[Stack];

    /// <summary>Goes to the next run.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        if (_values.IsUniform)
        {
            Rows = (scope.From - scope.First, scope.To - scope.First);
            bool isFirst = !_isOver;
            _isOver = true;
            return isFirst;
        }

        if (!_runs.MoveNext()) return false;
        Rows = _runs.Bits;
        return true;
    }
}
