using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Hosting;

/// <summary>Reads, checks and proves the packs of some sources.</summary>
/// <remarks>May be shared between threads.</remarks>
/// <param name="clock">Says when they were loaded.</param>
internal sealed class PackLoader(TimeProvider clock)
{
    private const int MostReadings = 5;

    /// <summary>Loads packs.</summary>
    /// <remarks>The sources are read a second time after the check, and all begins anew where they have changed meanwhile: else a load could have some old and some new files.</remarks>
    /// <param name="sources">The sources.</param>
    /// <param name="before">The packs in force; null where there are none.</param>
    /// <param name="cancellation">Stops the loading.</param>
    public PackLoad Load(ImmutableArray<IRulePackSource> sources, LoadedPacks? before, CancellationToken cancellation)
    {
        for (int reading = 0; reading < MostReadings; reading++)
        {
            Checked<PackSet> read = PackReader.Read(sources, cancellation);
            if (!read.IsValid) return Ended(PackLoadOutcome.Refused, before, read.Diagnostics);
            if (before?.IsOf(read.Value) == true) return Ended(PackLoadOutcome.Unchanged, before, read.Diagnostics);
            Checked<Catalogue> checkedPacks = PackChecker.CheckAnew(read.Value, before?.Schema);
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<Diagnostic> found = [.. read.Diagnostics, .. checkedPacks.Diagnostics];
            if (!checkedPacks.IsValid) return Ended(PackLoadOutcome.Refused, before, found);
            LoadedPacks loaded = new(checkedPacks.Value, found, clock.GetUtcNow());
            if (PackReader.Read(sources, cancellation) is { IsValid: true } again && loaded.IsOf(again.Value)) return new PackLoad(PackLoadOutcome.Loaded, loaded.LoadedAt) { InForce = loaded, Problems = found };
        }

        return Ended(PackLoadOutcome.Refused, before, [new Diagnostic(DiagnosticCodes.PacksKeepChanging, null, $"{MostReadings}")]);
    }

    /// <summary>Says that sources could not be reached.</summary>
    /// <param name="before">The packs in force; null where there are none.</param>
    /// <param name="failure">Why.</param>
    public PackLoad Failed(LoadedPacks? before, Exception failure) => Ended(PackLoadOutcome.Failed, before, []) with { Failure = failure };

    private PackLoad Ended(PackLoadOutcome outcome, LoadedPacks? before, ImmutableArray<Diagnostic> problems) => new(outcome, clock.GetUtcNow()) { InForce = before, Problems = problems };
}
