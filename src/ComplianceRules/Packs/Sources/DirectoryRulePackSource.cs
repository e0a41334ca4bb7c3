using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>Packs in a folder, or one pack's own folder.</summary>
/// <remarks>
/// May be shared between threads. A file system has no transactions: where several files of a pack are written one after another, a load may see some old and some new. Packs that
/// are to change together while they are watched are put aside and renamed, or travel as an archive.
/// </remarks>
public sealed class DirectoryRulePackSource : IWatchedRulePackSource
{
    /// <summary>Names the folder.</summary>
    /// <param name="path">A folder with a <c>pack.json</c>, or one whose sub-folders have; a relative one counts from the current directory at the time of each load.</param>
    public DirectoryRulePackSource(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = path;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public RulePackFiles Read(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        DiagnosticBag problems = new();
        return new RulePackFiles(Path, PackFolders.Find(Path, problems), [.. problems.InFileOrder()]);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The folder cannot be watched.</exception>
    public IDisposable Watch(Action changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return new PathWatch(Path, isFolder: true, changed);
    }
}
