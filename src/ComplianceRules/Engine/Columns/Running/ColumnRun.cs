using System.Runtime.ExceptionServices;

namespace ComplianceRules.Engine;

/// <summary>Judges rules over a snapshot by columns.</summary>
/// <remarks>The same answers for any number of threads: a block is judged by one thread, and blocks share nothing.</remarks>
/// <param name="binding">What is judged.</param>
/// <param name="desk">What is worked with.</param>
/// <param name="options">How many threads judge, and who hears how far they are.</param>
/// <param name="cancellation">Stops the run between blocks.</param>
internal sealed class ColumnRun(SnapshotBinding binding, ColumnDesk desk, RunOptions options, CancellationToken cancellation)
{
    private ProgressCount? _progress;

    /// <summary>Judges rules and those that they count.</summary>
    /// <param name="schedule">The rules.</param>
    /// <returns>What each rule said, by its number in the schedule.</returns>
    public RuleBits[] Judge(RuleSchedule schedule)
    {
        PassRoom[] passes = desk.Lay(schedule, binding);
        _progress = options.Progress is { } progress ? new ProgressCount(progress, passes) : null;
        foreach (PassRoom pass in passes)
        {
            if (options.Threads > 1 && pass.Blocks > 1) JudgeTogether(pass);
            else JudgeAlone(pass);
            Keep(schedule);
        }

        return desk.Bits;
    }

    private void Keep(RuleSchedule schedule)
    {
        if (schedule.Passes.Length == 1) return;
        for (int rule = 0; rule < desk.Bits.Length; rule++)
        {
            if (desk.Bits[rule].Answers is not null) desk.Answers.Keep(schedule.Rules[rule].Rule, desk.Bits[rule]);
        }
    }

    private void JudgeAlone(PassRoom pass)
    {
        ColumnWorker worker = desk.Worker(0, binding, cancellation);
        for (int block = 0; block < pass.Blocks; block++) Judge(worker, pass, block);
    }

    private void JudgeTogether(PassRoom pass)
    {
        int workers = Math.Min(options.Threads, pass.Blocks);
        ColumnWorker[] own = [.. Enumerable.Range(0, workers).Select(w => desk.Worker(w, binding, cancellation))];
        int next = -1;
        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, worker =>
            {
                for (int block = Interlocked.Increment(ref next); block < pass.Blocks; block = Interlocked.Increment(ref next)) Judge(own[worker], pass, block);
            });
        }
        catch (AggregateException failed)
        {
            // Who hears of the progress may throw: the caller gets that, as from one thread.
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }
    }

    private void Judge(ColumnWorker worker, PassRoom pass, int block)
    {
        TablePass.Judge(worker, pass, block);
        _progress?.Add(pass, block);
    }
}
