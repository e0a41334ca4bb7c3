using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>The files of packs, not read yet.</summary>
/// <remarks>Immutable; may be shared between threads. Folders of packs are those with a <c>pack.json</c>: the topmost, or those straight below it.</remarks>
public sealed class RulePackFiles
{
    /// <summary>Takes files that are in memory.</summary>
    /// <param name="name">What places begin with, such as the name of an archive; empty for nothing.</param>
    /// <param name="files">The files. Those that no <c>pack.json</c> names are not looked at.</param>
    /// <exception cref="ArgumentException">Two files have one path.</exception>
    public RulePackFiles(string name, IEnumerable<RulePackFile> files)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(files);
        Name = name;
        Dictionary<string, ReadOnlyMemory<byte>> byPath = new(StringComparer.Ordinal);
        foreach (RulePackFile file in files)
        {
            if (!byPath.TryAdd(file.Path, file.Bytes)) throw new ArgumentException($"two files are `{file.Path}`", nameof(files));
        }

        Folders = byPath.ContainsKey(PackFolder.PackFile)
            ? [new MemoryPackFolder(name, byPath.ToFrozenDictionary(StringComparer.Ordinal))]
            : [.. byPath.GroupBy(f => Top(f.Key), StringComparer.Ordinal).Where(g => g.Key.Length > 0).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Folder(name, g.Key, g)).Where(f => f.Files.ContainsKey(PackFolder.PackFile))];
    }

    internal RulePackFiles(string name, ImmutableArray<PackFolder> folders, ImmutableArray<Diagnostic> problems)
    {
        Name = name;
        Folders = folders;
        Problems = problems;
    }

    /// <summary>What it is called where something has to be said of the whole.</summary>
    internal string Name { get; }

    /// <summary>The folders of packs, in ordinal order of their names.</summary>
    internal ImmutableArray<PackFolder> Folders { get; }

    /// <summary>What was found wrong before any file was read.</summary>
    internal ImmutableArray<Diagnostic> Problems { get; } = [];

    private static MemoryPackFolder Folder(string name, string folder, IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files) =>
        new(name.Length == 0 ? folder : $"{name}/{folder}", files.ToFrozenDictionary(f => f.Key[(folder.Length + 1)..], f => f.Value, StringComparer.Ordinal));

    private static string Top(string path) => path.IndexOf('/', StringComparison.Ordinal) is > 0 and int slash ? path[..slash] : string.Empty;
}
