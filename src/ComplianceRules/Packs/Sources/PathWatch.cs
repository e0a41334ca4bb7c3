namespace ComplianceRules.Packs;

/// <summary>Hears of changes of a folder and all below it, or of one file.</summary>
/// <remarks>Watched is the folder around a file, so that one that is replaced by renaming another is noticed. Where the system loses count of changes, that is a change too.</remarks>
internal sealed class PathWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly Action _changed;

    /// <summary>Begins to watch.</summary>
    /// <param name="path">The folder or the file.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    /// <param name="changed">Called after each change.</param>
    public PathWatch(string path, bool isFolder, Action changed)
    {
        string full = Path.GetFullPath(path);
        _changed = changed;
        string folder = isFolder ? full : Path.GetDirectoryName(full)!;
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"`{path}` cannot be watched: there is no folder `{folder}`");
        _watcher = isFolder ? new FileSystemWatcher(folder) { IncludeSubdirectories = true } : new FileSystemWatcher(folder, Path.GetFileName(full));
        _watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime;
        _watcher.Changed += OnChange;
        _watcher.Created += OnChange;
        _watcher.Deleted += OnChange;
        _watcher.Renamed += OnChange;
        _watcher.Error += OnError;
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Ends the watching.</summary>
    public void Dispose() => _watcher.Dispose();

    private void OnChange(object sender, FileSystemEventArgs change) => _changed();

    private void OnError(object sender, ErrorEventArgs trouble) => _changed();
}
