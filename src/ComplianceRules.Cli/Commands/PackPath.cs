using System.Collections.Frozen;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Commands;

/// <summary>Where a command was told that packs are: the folder of one pack, one whose sub-folders are packs, or an archive of them.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Folder">The folder or the archive as it was given.</param>
internal sealed record PackPath(string Folder)
{
    /// <summary>Reads the packs, and those that a single pack builds on.</summary>
    /// <param name="parents">Where those are looked for; null for the folder above a single pack, and for nowhere else where there are several.</param>
    public Checked<PackSet> Read(string? parents = null)
    {
        if (IsArchive) return PackReader.Read([new ArchiveRulePackSource(Folder)]);
        string? elsewhere = parents ?? (IsOnePack ? Above : null);
        return elsewhere is null ? PackReader.ReadDirectory(Folder) : PackReader.ReadDirectory(Folder, elsewhere);
    }

    /// <summary>The ids of the packs that lie here, without those that they build on elsewhere.</summary>
    /// <param name="catalogue">The packs that were read.</param>
    public FrozenSet<string> Own(Catalogue catalogue) => catalogue.Packs.Packs
        .Where(p => IsArchive || (p.Folder is { } folder && (!IsOnePack || Whole(folder) == Whole(Folder))))
        .Select(p => p.Id).ToFrozenSet(StringComparer.Ordinal);

    // Relative where the folder was given so: messages about packs further out are told with this path.
    private string? Above
    {
        get
        {
            string given = Path.TrimEndingDirectorySeparator(Folder);
            return Path.GetFileName(given) is not ("." or "..") && Path.GetDirectoryName(given) is { Length: > 0 } above ? above : Path.GetDirectoryName(Whole(Folder));
        }
    }

    private bool IsArchive => Folder.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && File.Exists(Folder);

    private bool IsOnePack => File.Exists(Path.Combine(Folder, "pack.json"));

    private static string Whole(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
}
