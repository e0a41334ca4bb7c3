using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>Finds the packs of a folder.</summary>
internal static class PackFolders
{
    /// <summary>The folder itself where it is a pack, else its sub-folders that are, in ordinal order of names.</summary>
    /// <param name="path">The folder as the caller gave it.</param>
    /// <param name="problems">Takes what is wrong with the folder.</param>
    public static ImmutableArray<PackFolder> Find(string path, DiagnosticBag problems)
    {
        DiskPackFolder folder = new(Trim(path));
        if (!Directory.Exists(path))
        {
            problems.Report(File.Exists(path) ? DiagnosticCodes.NotAFolder : DiagnosticCodes.FolderNotFound, null, path);
            return [];
        }

        try
        {
            return HasPack(folder, problems) ? [folder] : [.. SubFolders(folder).Where(f => HasPack(f, problems))];
        }
        catch (UnauthorizedAccessException)
        {
            problems.Report(DiagnosticCodes.Unreadable, SourceSpan.Whole(folder.Path), folder.Path);
            return [];
        }
    }

    private static IEnumerable<PackFolder> SubFolders(PackFolder folder) =>
        Directory.EnumerateDirectories(folder.Path).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal).Select(n => new DiskPackFolder(folder.Join(n)));

    private static bool HasPack(PackFolder folder, DiagnosticBag problems)
    {
        string file = folder.Join(PackFolder.PackFile);
        if (File.Exists(file)) return true;
        if (Directory.Exists(file)) problems.Report(DiagnosticCodes.PackFileIsFolder, SourceSpan.Whole(file), file);
        return false;
    }

    // `rulepacks/` and `rulepacks` are one folder; the root of the file system keeps its only slash.
    private static string Trim(string path)
    {
        string trimmed = Path.TrimEndingDirectorySeparator(path);
        return trimmed.Length == 0 ? path : trimmed;
    }
}
