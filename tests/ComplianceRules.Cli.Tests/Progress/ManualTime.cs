namespace ComplianceRules.Cli.Tests.Progress;

/// <summary>Time that passes only where a test lets it.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(() => callback(state), _now + dueTime.Ticks, period.Ticks);
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Lets time pass, and timers ring as often as they would.</summary>
    public void Pass(double seconds)
    {
        long end = _now + TimeSpan.FromSeconds(seconds).Ticks;
        while (_timers.Where(t => !t.IsOver && t.Due <= end).MinBy(t => t.Due) is { } next)
        {
            _now = next.Due;
            next.Ring();
        }

        _now = end;
    }
}
