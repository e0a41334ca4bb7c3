using System.Collections.Immutable;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Progress;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Commands;

/// <summary>The parts that a caller of <c>merge</c> names. They stay open until it is disposed of.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="paths">Where the parts are.</param>
internal sealed class PartInput(ImmutableArray<string> paths) : IDisposable
{
    private readonly List<AssessmentShard> _shards = [];

    /// <summary>Reads the parts and brings them together; null where they cannot be, which has been said.</summary>
    /// <param name="catalogue">The packs.</param>
    /// <param name="waivers">The file of waivers; null for none.</param>
    /// <param name="session">The run.</param>
    public ShardMerge? Read(Catalogue catalogue, WaiverFile? waivers, Session session)
    {
        bool areRead = true;
        foreach (string path in paths) areRead &= TryOpen(path, session);
        if (!areRead) return null;
        Checked<ShardMerge> merge = ShardMerge.Of(catalogue, _shards, waivers, session.Cancellation);
        DiagnosticPrinter.Print(session.Terminal.Error, merge.Diagnostics, session);
        return merge.IsValid ? merge.Value : null;
    }

    /// <summary>Lets the parts go.</summary>
    public void Dispose()
    {
        foreach (AssessmentShard shard in _shards) shard.Dispose();
    }

    private bool TryOpen(string path, Session session)
    {
        try
        {
            using WorkStep step = session.Watch.Begin(session.Words.Reading(path));
            Checked<AssessmentShard> opened = AssessmentShard.Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), path, session.Cancellation);
            if (opened.IsValid) _shards.Add(opened.Value);
            DiagnosticPrinter.Print(session.Terminal.Error, opened.Diagnostics, session);
            return opened.IsValid;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotRead(path, error));
            return false;
        }
    }
}
