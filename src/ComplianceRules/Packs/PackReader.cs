using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>Reads packs from folders and other sources.</summary>
/// <remarks>What the author or the path has wrong becomes a diagnostic. A fault of the machine, such as a disk that fails, is an <see cref="IOException"/>.</remarks>
public static class PackReader
{
    /// <summary>Reads a folder of packs, or one pack's own folder.</summary>
    /// <param name="path">A folder with a <c>pack.json</c>, or one whose sub-folders have.</param>
    /// <returns>The packs, and every problem of reading them, in file order; a missing folder is a problem too.</returns>
    public static Checked<PackSet> ReadDirectory(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        DiagnosticBag problems = new();
        return Finish(Open(path, problems), problems);
    }

    /// <summary>Reads packs and, from another folder, the packs that they extend, and those that these extend.</summary>
    /// <param name="path">A folder with a <c>pack.json</c>, or one whose sub-folders have.</param>
    /// <param name="parentsPath">Where packs are looked for that are extended and not in <paramref name="path"/>; others there are not read.</param>
    /// <returns>The packs and those they build on, as far as they are there, and every problem of reading them, in file order.</returns>
    public static Checked<PackSet> ReadDirectory(string path, string parentsPath)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(parentsPath);
        DiagnosticBag problems = new();
        ImmutableArray<PackSource> sources = Open(path, problems);
        return Finish(ParentSearch.Complete(sources, Elsewhere(parentsPath, problems)), problems);
    }

    /// <summary>Reads the packs of several sources as one set.</summary>
    /// <param name="sources">The sources; each is asked once.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The packs, and every problem of reading them: source by source, in file order; that there is no pack at all is a problem too.</returns>
    /// <exception cref="IOException">A source cannot be reached.</exception>
    /// <exception cref="UnauthorizedAccessException">A source may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static Checked<PackSet> Read(IEnumerable<IRulePackSource> sources, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        DiagnosticBag problems = new();
        List<PackFolder> folders = [];
        foreach (IRulePackSource source in sources)
        {
            cancellation.ThrowIfCancellationRequested();
            RulePackFiles files = source.Read(cancellation);
            problems.AddRange(files.Problems);
            if (files.Folders.IsEmpty && !files.Problems.Any(p => p.Severity == DiagnosticSeverity.Error)) problems.Report(DiagnosticCodes.NoPacks, SourceSpan.Whole(files.Name), files.Name);
            folders.AddRange(files.Folders);
        }

        return Finish(SideBySide.Each([.. folders], PackSourceReader.Read, Environment.ProcessorCount), problems);
    }

    // What is wrong with a neighbour that nobody extends is not the checked pack's trouble.
    private static ImmutableArray<PackFolder> Elsewhere(string path, DiagnosticBag problems)
    {
        DiagnosticBag found = new();
        ImmutableArray<PackFolder> folders = PackFolders.Find(path, found);
        if (folders.IsEmpty) problems.AddRange(found.InFileOrder());
        return folders;
    }

    private static ImmutableArray<PackSource> Open(string path, DiagnosticBag problems)
    {
        ImmutableArray<PackFolder> folders = PackFolders.Find(path, problems);
        if (folders.IsEmpty && !problems.HasErrors) problems.Report(DiagnosticCodes.NoPacks, SourceSpan.Whole(path), path);
        return SideBySide.Each(folders, PackSourceReader.Read, Environment.ProcessorCount);
    }

    private static Checked<PackSet> Finish(ImmutableArray<PackSource> sources, DiagnosticBag problems)
    {
        RefuseSharedIds(sources);
        FrozenSet<string> countingUnits = sources.SelectMany(s => s.CountingUnits).ToFrozenSet(StringComparer.Ordinal);
        ImmutableArray<RulePack> packs = [.. SideBySide.Each(sources, s => RulePackReader.Read(s, countingUnits), Environment.ProcessorCount).OfType<RulePack>()];
        ReportMissingParents(sources, packs);
        foreach (PackSource source in sources) problems.AddRange(source.Problems.InFileOrder());
        return problems.Finish(problems.HasErrors ? null : new PackSet(packs));
    }

    // Packs with errors are never checked against each other, but the unit that one lacks may be declared by the parent that is missing.
    private static void ReportMissingParents(ImmutableArray<PackSource> sources, ImmutableArray<RulePack> packs)
    {
        string?[] ids = [.. sources.Select(s => s.Id)];
        if (ids.Contains(null)) return;
        ILookup<string?, PackSource> byId = sources.ToLookup(s => s.Id, StringComparer.Ordinal);
        foreach (RulePack pack in packs)
        {
            DiagnosticBag found = byId[pack.Id].First().Problems;
            if (!found.InFileOrder().Any(d => d.Code == DiagnosticCodes.BadUnit)) continue;
            foreach (PackReference parent in pack.Extends.Where(e => !byId.Contains(e.Id)))
                found.Add(new Diagnostic(DiagnosticCodes.ParentMissing, parent.Place, pack.Id, parent.Id) { DidYouMean = NearestName.Of(parent.Id, ids.OfType<string>()) });
        }
    }

    // Ids that differ in case only would be one folder on many machines, and one pack to most readers.
    private static void RefuseSharedIds(ImmutableArray<PackSource> sources)
    {
        Dictionary<string, PackSource> owners = new(StringComparer.OrdinalIgnoreCase);
        foreach (PackSource source in sources.Where(s => s.Id is not null))
        {
            if (!owners.TryAdd(source.Id!, source))
                source.Problems.Report(DiagnosticCodes.SamePackId, source.IdNode!.Span, source.Id!, owners[source.Id!].IdNode!.Span.ToString());
        }
    }
}
