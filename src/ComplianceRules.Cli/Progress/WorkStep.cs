using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Progress;

/// <summary>A part of the work that takes long.</summary>
/// <remarks>Any thread may say how far it is; one draws at a time.</remarks>
internal sealed class WorkStep : IProgress<RunProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly WorkWatch _watch;
    private readonly string _what;
    private readonly WorkUnit _unit;
    private readonly long _began;
    private long _start;
    private readonly ITimer? _timer;
    private long _done;
    private long _total;
    private bool _isOver;

    internal WorkStep(WorkWatch watch, string what, WorkUnit unit, long total)
    {
        (_watch, _what, _unit, _total) = (watch, what, unit, total);
        _began = _start = watch.Time.GetTimestamp();
        if (watch.IsShown) _timer = watch.Time.CreateTimer(_ => Draw(), null, WorkWatch.Pace, WorkWatch.Pace);
    }

    /// <summary>Some more is done.</summary>
    public void Add(long done) => Interlocked.Add(ref _done, done);

    /// <summary>So much is done, of so much; where it is less than before, the same kind of work has begun once more.</summary>
    public void Report(RunProgress value)
    {
        if (value.Judged < Volatile.Read(ref _done)) Volatile.Write(ref _start, _watch.Time.GetTimestamp());
        Volatile.Write(ref _total, value.Rows);
        Volatile.Write(ref _done, value.Judged);
    }

    /// <summary>Ends it, and takes away what was shown of it.</summary>
    public void Dispose()
    {
        using (_gate.EnterScope())
        {
            if (_isOver) return;
            _isOver = true;
            _watch.Erase();
        }

        _timer?.Dispose();
        _watch.Told?.Invoke(_what, _watch.Time.GetElapsedTime(_began));
    }

    private void Draw()
    {
        using Lock.Scope scope = _gate.EnterScope();
        if (!_isOver) _watch.Draw(new WorkState(_what, _unit, Volatile.Read(ref _done), Volatile.Read(ref _total), _watch.Time.GetElapsedTime(Volatile.Read(ref _start))));
    }
}
