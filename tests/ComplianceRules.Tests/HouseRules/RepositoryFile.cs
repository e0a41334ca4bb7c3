using System.Text;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>A text file of the repository; or a made-up one, on which a guard is seen to fail.</summary>
/// <param name="Path">The path from the root, with forward slashes.</param>
/// <param name="Text">What it says.</param>
internal sealed record RepositoryFile(string Path, string Text)
{
    private static readonly string[] MadeFolders = [".git", ".vs", "bin", "obj", "artifacts", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    public string[] Lines { get; } = Text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Every text file that is not made by a build.</summary>
    public static RepositoryFile[] All() => [.. Walk(new DirectoryInfo(RepositoryRoot.Path)).Select(Read).OfType<RepositoryFile>().OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The files whose names end so.</summary>
    public static RepositoryFile[] Ending(params string[] ends) => [.. All().Where(file => ends.Any(end => file.Path.EndsWith(end, StringComparison.Ordinal)))];

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(below => !MadeFolders.Contains(below.Name) && below.LinkTarget is null).SelectMany(Walk));

    private static RepositoryFile? Read(FileInfo file)
    {
        byte[] bytes = File.ReadAllBytes(file.FullName);
        string path = System.IO.Path.GetRelativePath(RepositoryRoot.Path, file.FullName).Replace('\\', '/');
        // In a worktree `.git` is a file that git itself writes; a zero byte says that the rest are no texts.
        return path == ".git" || bytes.Contains((byte)0) ? null : new RepositoryFile(path, Encoding.UTF8.GetString(bytes));
    }
}
