using Microsoft.Extensions.Options;

namespace WorkerSample.Folders;

/// <summary>The folder where inputs arrive. What is whole is claimed by renaming it into <c>working</c>, where it is found again after a restart.</summary>
/// <remarks>
/// The folder is looked at again and again instead of being watched: a watch loses changes on shared folders and under load, and a look never does. Names that begin with a point or
/// end with <c>.part</c> or <c>.tmp</c> are not looked at: the sure way to hand over an input is to write it under such a name and to rename it.
/// </remarks>
internal sealed class Inbox
{
    private readonly Dictionary<string, (InputStamp Stamp, long Since)> _seen = new(StringComparer.Ordinal);
    private readonly FolderOptions _options;
    private readonly TimeProvider _clock;
    private readonly string _inbox;
    private readonly string _working;

    /// <summary>Makes the folders where they are not there.</summary>
    public Inbox(IOptions<FolderOptions> options, TimeProvider clock)
    {
        _options = options.Value;
        _clock = clock;
        _inbox = Directory.CreateDirectory(_options.Folder("inbox")).FullName;
        _working = Directory.CreateDirectory(_options.Folder("working")).FullName;
    }

    /// <summary>The inputs that are to be judged: those of before a restart, then those that are whole.</summary>
    public IReadOnlyList<string> Claim()
    {
        foreach (string path in Inputs(_inbox).Where(IsSettled))
        {
            string claimed = Path.Combine(_working, Path.GetFileName(path));
            if (Path.Exists(claimed)) continue;
            Directory.Move(path, claimed);
            _seen.Remove(path);
        }

        return [.. Inputs(_working)];
    }

    private static IEnumerable<string> Inputs(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .Where(path => Path.GetFileName(path) is var name && !name.StartsWith('.') && !name.EndsWith(".part", StringComparison.Ordinal) && !name.EndsWith(".tmp", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private bool IsSettled(string path)
    {
        InputStamp stamp;
        try
        {
            stamp = InputStamp.Of(path);
        }
        catch (IOException)
        {
            // Somebody is renaming or removing it at this moment; the next look will tell.
            return false;
        }

        if (_seen.TryGetValue(path, out (InputStamp Stamp, long Since) before) && before.Stamp == stamp) return _clock.GetElapsedTime(before.Since) >= _options.Settles;
        _seen[path] = (stamp, _clock.GetTimestamp());
        return false;
    }
}
