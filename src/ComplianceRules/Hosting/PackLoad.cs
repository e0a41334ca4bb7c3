using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Hosting;

/// <summary>An attempt to load packs.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
/// <param name="Outcome">What became of it.</param>
/// <param name="At">When it ended.</param>
public sealed record PackLoad(PackLoadOutcome Outcome, DateTimeOffset At)
{
    /// <summary>The packs in force after it; null where none ever were.</summary>
    public LoadedPacks? InForce { get; init; }

    /// <summary>What was found in the packs that were to be loaded, errors and warnings, in file order.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Why the packs could not be reached; null unless the attempt failed.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether the packs in force are those that the sources have.</summary>
    public bool IsGood => Outcome is PackLoadOutcome.Loaded or PackLoadOutcome.Unchanged;

    internal IEnumerable<Diagnostic> Errors => Problems.Where(p => p.Severity == DiagnosticSeverity.Error);
}
