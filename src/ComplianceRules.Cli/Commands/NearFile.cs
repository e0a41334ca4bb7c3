using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Commands;

/// <summary>The file or folder that was probably meant by a path at which there is nothing.</summary>
internal static class NearFile
{
    private const int MostNames = 2000;

    /// <summary>A path that is there: of the same letters in another case, of a name much alike, or with another ending; null where nothing is near.</summary>
    /// <param name="path">Where there is nothing.</param>
    public static string? Of(string path)
    {
        string given = Path.TrimEndingDirectorySeparator(path);
        string name = Path.GetFileName(given);
        string folder = Path.GetDirectoryName(given) ?? string.Empty;
        if (name.Length == 0) return null;
        try
        {
            if (Directory.Exists(folder.Length == 0 ? "." : folder)) return NameIn(folder, name) is { } near ? Path.Combine(folder, near) : null;
            return Of(folder) is { } other && Path.Exists(Path.Combine(other, name)) ? Path.Combine(other, name) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? NameIn(string folder, string name)
    {
        string[] names = [.. Directory.EnumerateFileSystemEntries(folder.Length == 0 ? "." : folder).Take(MostNames).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal)];
        string stem = Path.GetFileNameWithoutExtension(name);
        return Array.Find(names, n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase))
            ?? NearestName.Of(name, names)
            ?? Array.Find(names, n => string.Equals(Path.GetFileNameWithoutExtension(n), stem, StringComparison.OrdinalIgnoreCase));
    }
}
