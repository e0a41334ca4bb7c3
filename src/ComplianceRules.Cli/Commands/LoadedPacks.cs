using System.Collections.Immutable;
using ComplianceRules.Cli.Output;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Commands;

/// <summary>What became of the packs that a command was pointed at.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Catalogue">The packs, ready to run; null where there are errors.</param>
/// <param name="Diagnostics">Every problem, in file order.</param>
internal sealed record LoadedPacks(Catalogue? Catalogue, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Checks packs that have been read.</summary>
    public static LoadedPacks Of(Checked<PackSet> read)
    {
        if (!read.IsValid) return new LoadedPacks(null, read.Diagnostics);
        Checked<Catalogue> catalogue = PackChecker.Check(read.Value);
        ImmutableArray<Diagnostic> all = [.. InFileOrder(read.Diagnostics.Concat(catalogue.Diagnostics).Distinct())];
        return new LoadedPacks(catalogue.IsValid ? catalogue.Value : null, all);
    }

    /// <summary>The packs of a folder, and those that a single pack builds on, ready to run, with every problem told; null where there are errors.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="session">The run.</param>
    public static Catalogue? In(string folder, Session session)
    {
        LoadedPacks packs = In(new PackPath(folder), null, session);
        packs.Tell(session);
        return packs.Catalogue;
    }

    /// <summary>Reads packs and checks them, which may take a while.</summary>
    /// <param name="path">Where they are.</param>
    /// <param name="parents">Where those are that a single pack builds on; null for the folder above it.</param>
    /// <param name="session">The run.</param>
    public static LoadedPacks In(PackPath path, string? parents, Session session)
    {
        LoadedPacks packs = Watched(path, parents, session);
        if (!Path.Exists(path.Folder) && NearFile.Of(path.Folder) is { } near) session.Complain(session.Words.PerhapsFolder(path.Folder, near));
        if (packs.Catalogue is { } catalogue) session.Detail(session.Words.PacksLoaded(catalogue.Packs.Packs.Length, catalogue.Packs.Packs.Select(p => $"{p.Id} {p.Version}")));
        return packs;
    }

    /// <summary>Prints what is wrong; warnings alone are no error.</summary>
    /// <param name="session">The run.</param>
    public void Tell(Session session) => DiagnosticPrinter.Print(Catalogue is null ? session.Terminal.Error : session.Notices, Diagnostics, session);

    /// <summary>The same with what rules are found to make of each other, where there are no errors.</summary>
    public LoadedPacks Analysed() => Catalogue is null ? this : this with { Diagnostics = [.. InFileOrder(Diagnostics.Concat(PackChecker.Analyse(Catalogue)))] };

    private static LoadedPacks Watched(PackPath path, string? parents, Session session)
    {
        using (session.Watch.Begin(session.Words.LoadingPacks(path.Folder))) return Of(path.Read(parents));
    }

    private static IEnumerable<Diagnostic> InFileOrder(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.OrderBy(d => d.Span?.File, StringComparer.Ordinal).ThenBy(d => d.Span?.Line ?? 0).ThenBy(d => d.Span?.Column ?? 0);
}
