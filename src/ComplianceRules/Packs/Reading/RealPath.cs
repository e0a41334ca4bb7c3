namespace ComplianceRules.Packs;

/// <summary>Follows symbolic links, so that a pack cannot name a file outside its folder.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>Whether a path leads into a folder once every link on both ways is followed; null where the links go in a circle.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="folder">The folder.</param>
    public static bool? IsInside(string path, string folder) =>
        Of(path) is not { } file || Of(folder) is not { } root ? null : file.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? Of(string path)
    {
        string full = Path.GetFullPath(path);
        string done = Path.GetPathRoot(full)!;
        Stack<string> rest = Names(full[done.Length..]);
        for (int links = 0; rest.TryPop(out string? name);)
        {
            string next = Path.Combine(done, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                done = next;
                continue;
            }

            if (++links > MostLinks) return null;
            string goal = Path.GetFullPath(target, done);
            done = Path.GetPathRoot(goal)!;
            foreach (string part in Names(goal[done.Length..]).Reverse()) rest.Push(part);
        }

        return done;
    }

    private static Stack<string> Names(string path) =>
        new(path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse());
}
