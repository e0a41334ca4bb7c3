namespace ComplianceRules.Engine;

/// <summary>Passes on how far a part of a run is, as what that is of the whole run.</summary>
/// <remarks>For one part. A run reports one after the other, from whichever thread.</remarks>
/// <param name="whole">Hears of the whole run.</param>
/// <param name="share">Which share of the run the part is.</param>
internal sealed class PartProgress(IProgress<RunProgress> whole, RunShare share) : IProgress<RunProgress>
{
    private long _said = share.Before;

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        _said = share.Before + (long)((Int128)share.Own * value.Judged / value.Rows);
        whole.Report(new RunProgress(_said, share.All));
    }

    /// <summary>Says that the part is over: a part whose rules no row has reports nothing.</summary>
    public void End()
    {
        if (_said < share.End) whole.Report(new RunProgress(share.End, share.All));
    }
}
