namespace ComplianceRules.Cli.Tests.Progress;

/// <summary>A timer of <see cref="ManualTime"/>.</summary>
internal sealed class ManualTimer(Action ring, long due, long period) : ITimer
{
    public long Due { get; private set; } = due;

    public bool IsOver { get; private set; }

    public void Ring()
    {
        Due += period;
        ring();
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

    public void Dispose() => IsOver = true;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
