using ComplianceRules.Engine;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Commands;

/// <summary>Passes findings on, and remembers where that failed: so that trouble with writing is told apart from trouble with reading.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="below">Takes the findings.</param>
internal sealed class WatchedSink(IFindingSink below) : IFindingSink
{
    /// <summary>Whether findings could not be passed on.</summary>
    public bool IsBroken { get; private set; }

    public void Take(FindingList findings)
    {
        IsBroken = true;
        below.Take(findings);
        IsBroken = false;
    }
}
