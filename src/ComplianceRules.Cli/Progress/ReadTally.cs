namespace ComplianceRules.Cli.Progress;

/// <summary>How far one file has been read, however often it is opened.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="step">Hears of what is read for the first time.</param>
internal sealed class ReadTally(WorkStep step)
{
    private long _farthest;

    /// <summary>The file has been read up to a place.</summary>
    public void ReadUpTo(long place)
    {
        if (place <= _farthest) return;
        step.Add(place - _farthest);
        _farthest = place;
    }
}
