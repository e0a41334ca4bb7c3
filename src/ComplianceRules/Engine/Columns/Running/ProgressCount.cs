namespace ComplianceRules.Engine;

/// <summary>Counts the rows that have been judged and says so, block by block.</summary>
/// <remarks>Shared between the threads of a run; they report one after the other, so that numbers only grow.</remarks>
/// <param name="progress">Who wants to hear of it.</param>
/// <param name="passes">What is to be judged.</param>
internal sealed class ProgressCount(IProgress<RunProgress> progress, IEnumerable<PassRoom> passes)
{
    private readonly Lock _reporting = new();
    private readonly long _rows = passes.Sum(p => (long)p.End);
    private long _judged;

    /// <summary>Says that a block has been judged.</summary>
    /// <param name="pass">The rows and rules that it belongs to.</param>
    /// <param name="block">Its number.</param>
    public void Add(PassRoom pass, int block)
    {
        lock (_reporting)
        {
            _judged += Math.Min(pass.RowsOfBlock, pass.End - ((long)block * pass.RowsOfBlock));
            progress.Report(new RunProgress(_judged, _rows));
        }
    }
}
