namespace ComplianceRules.Packs;

/// <summary>Hears of changes of a folder and all below it, or of one file.</summary>
/// <remarks>
/// The folder around is watched too, so that a file or a folder that another one replaces, by a rename or as the goal of a link, is noticed and watched from then on.
/// Where the system loses count of changes, that is a change too.
/// </remarks>
internal sealed class PathWatch : IDisposable
{
    private const NotifyFilters Names = NotifyFilters.FileName | NotifyFilters.DirectoryName;
    private const NotifyFilters Everything = Names | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime;

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly Action _changed;
    private readonly FileSystemWatcher? _around;
    private FileSystemWatcher? _within;
    private bool _isDisposed;

    /// <summary>Begins to watch.</summary>
    /// <param name="path">The folder or the file.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    /// <param name="changed">Called after each change.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or none around the file.</exception>
    public PathWatch(string path, bool isFolder, Action changed)
    {
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        _changed = changed;
        string? around = Path.GetDirectoryName(_path);
        if (!Directory.Exists(isFolder ? _path : around)) throw new DirectoryNotFoundException($"`{path}` cannot be watched: there is no such folder");
        if (around is not null) _around = Begin(new FileSystemWatcher(around, Path.GetFileName(_path)) { NotifyFilter = isFolder ? Names : Everything }, isFolder ? OnReplaced : OnChange);
        if (isFolder) _within = Within();
    }

    /// <summary>Ends the watching.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _within?.Dispose();
            _around?.Dispose();
        }
    }

    private FileSystemWatcher Within() => Begin(new FileSystemWatcher(_path) { IncludeSubdirectories = true, NotifyFilter = Everything }, OnChange);

    private FileSystemWatcher Begin(FileSystemWatcher watcher, FileSystemEventHandler heard)
    {
        watcher.Changed += heard;
        watcher.Created += heard;
        watcher.Deleted += heard;
        watcher.Renamed += (sender, renamed) => heard(sender, renamed);
        watcher.Error += OnError;
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void OnChange(object sender, FileSystemEventArgs change) => _changed();

    private void OnError(object sender, ErrorEventArgs trouble) => OnReplaced(sender, EventArgs.Empty);

    // What was watched may be another folder by now, or none for a while.
    private void OnReplaced(object sender, EventArgs change)
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            if (_within is not null || Directory.Exists(_path)) Renew();
        }

        _changed();
    }

    private void Renew()
    {
        _within?.Dispose();
        _within = null;
        try
        {
            if (Directory.Exists(_path)) _within = Within();
        }
        catch (Exception trouble) when (trouble is IOException or ArgumentException)
        {
            // It went again in the meantime, which the folder around tells.
        }
    }
}
