namespace ComplianceRules.Engine;

/// <summary>Passes on how far a part of a run is, as what that is of the whole run.</summary>
/// <param name="whole">Hears of the whole run.</param>
/// <param name="share">Which share of the run the part is.</param>
internal sealed class PartProgress(IProgress<RunProgress> whole, RunShare share) : IProgress<RunProgress>
{
    /// <inheritdoc/>
    public void Report(RunProgress value) => whole.Report(new RunProgress(share.Before + (long)((double)share.Own * value.Judged / value.Rows), share.All));
}
