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
        DiagnosticBag problems = new();
        ImmutableArray<CaseResult>.Builder results = ImmutableArray.CreateBuilder<CaseResult>();
        List<RuleCoverage> rules = [];
        CasePlans plans = new(catalogue);
        RulePack[] packs = [.. chosen.Where(p => p.Folder is not null)];
        foreach (RulePack pack in packs)
        {
            CaseJudge judge = new(catalogue, pack, plans, problems);
            foreach (PackCase @case in CaseFiles.Of(pack).SelectMany(f => new CaseReader(pack.Language, problems).Read(f)))
            {
                if (judge.Judge(@case, cancellation) is { } result) results.Add(result);
            }

            rules.AddRange(judge.Coverage());
        }

        return problems.Finish(new CaseReport(results.ToImmutable()) { Coverage = new CaseCoverage(packs.Length, results.Count, [.. rules]) });
    }
}
