using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>Runs the cases that packs bring along.</summary>
public static class CaseRunner
{
    /// <summary>Runs the cases of every pack that was read from a folder, in ordinal order of packs and files, and measures what they show of the packs' rules.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The results, unless a case cannot be read, and every problem of reading the cases.</returns>
    /// <exception cref="IOException">A case file cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Checked<CaseReport> Run(Catalogue catalogue, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return Of(catalogue, catalogue.Packs.Packs, cancellation);
    }

    /// <summary>The same for some packs: the others are there to be built on, and their cases are not read.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="only">The ids of the packs; of those that the catalogue does not have nothing is said.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The results, unless a case cannot be read, and every problem of reading the cases.</returns>
    /// <exception cref="IOException">A case file cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Checked<CaseReport> Run(Catalogue catalogue, IReadOnlySet<string> only, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(only);
        return Of(catalogue, catalogue.Packs.Packs.Where(p => only.Contains(p.Id)), cancellation);
    }

    /// <summary>How many cases each pack brings along, without running them.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <returns>The number of each pack by its id, 0 among them, unless a case cannot be read, and every problem of reading the cases.</returns>
    /// <exception cref="IOException">A case file cannot be reached.</exception>
    public static Checked<ImmutableSortedDictionary<string, int>> Count(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        DiagnosticBag problems = new();
        ImmutableSortedDictionary<string, int> counts = catalogue.Packs.Packs.ToImmutableSortedDictionary(
            p => p.Id, p => CaseFiles.Of(p).Sum(f => new CaseReader(p.Language, problems).Read(f).Length), StringComparer.Ordinal);
        return problems.Finish(counts);
    }

    private static Checked<CaseReport> Of(Catalogue catalogue, IEnumerable<RulePack> chosen, CancellationToken cancellation)
    {
        CasePlans plans = new(catalogue);
        ImmutableArray<RulePack> packs = [.. chosen.Where(p => p.Folder is not null || !p.Cases.IsEmpty)];
        ImmutableArray<PackRun> runs = SideBySide.Each(packs, p => Run(catalogue, p, plans, cancellation), Environment.ProcessorCount);
        DiagnosticBag problems = new();
        foreach (PackRun run in runs) problems.AddRange(run.Problems.InOrderFound);
        ImmutableArray<CaseResult> results = [.. runs.SelectMany(r => r.Results)];
        return problems.Finish(new CaseReport(results) { Coverage = new CaseCoverage(packs.Length, results.Length, [.. runs.SelectMany(r => r.Rules)]) });
    }

    private static PackRun Run(Catalogue catalogue, RulePack pack, CasePlans plans, CancellationToken cancellation)
    {
        DiagnosticBag problems = new();
        CaseJudge judge = new(catalogue, pack, plans, problems);
        IEnumerable<PackCase> cases = CaseFiles.Of(pack).SelectMany(f => new CaseReader(pack.Language, problems).Read(f));
        CaseResult[] results = [.. cases.Select(c => judge.Judge(c, cancellation)).OfType<CaseResult>()];
        return new PackRun(results, [.. judge.Coverage()], problems);
    }

    private sealed record PackRun(CaseResult[] Results, RuleCoverage[] Rules, DiagnosticBag Problems);
}
