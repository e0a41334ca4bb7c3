namespace ComplianceRules.Engine;

/// <summary>Counts the rows that have been judged and says so, block by block.</summary>
/// <remarks>Shared between the threads of a run; they report one after the other, so that numbers only grow.</remarks>
/// <param name="progress">Who wants to hear of it.</param>
/// <param name="passes">What is to be judged.</param>
internal sealed class ProgressCount(IProgress<RunProgress> progress, IEnumerable<PassRoom> passes)
{
    private readonly Lock _reporting = new();
    private readonly long _rows = passes.Sum(RowsOf);
    private long _judged;

    /// <summary>Says that a block has been judged.</summary>
    /// <param name="pass">The rows and rules that it belongs to.</param>
    /// <param name="block">Its number.</param>
    public void Add(PassRoom pass, int block)
    {
        lock (_reporting)
        {
            _judged += Math.Min(TablePass.RowsOfBlock, RowsOf(pass) - ((long)block * TablePass.RowsOfBlock));
            progress.Report(new RunProgress(_judged, _rows));
        }
    }

    private static long RowsOf(PassRoom pass) => pass.Groups.Length == 0 ? 0 : pass.Groups.Max(g => g.Rows.End);
}
