namespace ComplianceRules.Hosting;

/// <summary>Waits until changes have settled, and then calls once.</summary>
/// <remarks>May be told of changes by several threads. Each change begins the wait anew, but no longer than ten times the wait after the first.</remarks>
internal sealed class ChangeDelay : IDisposable
{
    private const int MostWaits = 10;

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly TimeSpan _wait;
    private readonly ITimer _timer;
    private long? _first;
    private bool _isDisposed;

    /// <summary>Makes a wait that has not begun.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="wait">How long nothing may have changed.</param>
    /// <param name="settled">Called once after the changes have settled.</param>
    public ChangeDelay(TimeProvider clock, TimeSpan wait, Action settled)
    {
        _clock = clock;
        _wait = wait;
        _timer = clock.CreateTimer(_ => End(settled), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Tells of a change.</summary>
    public void Tell()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _first ??= _clock.GetTimestamp();
            if (_clock.GetElapsedTime(_first.Value) < _wait * MostWaits) _timer.Change(_wait, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Calls no more, unless it is calling just now.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer.Dispose();
        }
    }

    private void End(Action settled)
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _first = null;
        }

        settled();
    }
}
