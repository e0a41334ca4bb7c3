using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Goes through the runs of the rows at hand whose stacks give a constant one value each; all rows at once where the constant is the same for all stacks.</summary>
/// <param name="scope">The rows at hand.</param>
/// <param name="constant">The constant.</param>
internal ref struct ConstantRuns(ColumnScope scope, Constant constant)
{
    private int _next = constant.Pack is null ? -1 : scope.Bound.RunAt(scope.From);

    /// <summary>The first row of the run and the one after the last, counted from the row of the first bit.</summary>
    public (int From, int To) Rows { get; private set; }

    /// <summary>The number of the stack.</summary>
    public int Stack { get; private set; }

    /// <summary>The value.</summary>
    public readonly Value Value => scope.Bound.Binding.ValueOf(constant, Stack);

    /// <summary>Goes to the next run.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        BoundRun[] runs = scope.Bound.Runs;
        if (_next < 0)
        {
            (_next, Stack, Rows) = (runs.Length, 0, (scope.From - scope.First, scope.To - scope.First));
            return true;
        }

        if (_next >= runs.Length || runs[_next].Start >= scope.To) return false;
        BoundRun run = runs[_next++];
        (Stack, Rows) = (run.Stack, (Math.Max(run.Start, scope.From) - scope.First, Math.Min(run.End, scope.To) - scope.First));
        return true;
    }
}
