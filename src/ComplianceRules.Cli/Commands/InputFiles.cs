namespace ComplianceRules.Cli.Commands;

/// <summary>The files that a run reads, which it must not write over.</summary>
internal static class InputFiles
{
    /// <summary>Whether a file is read: the data, a file in the folder of the data, the mapping, or a file of the packs.</summary>
    /// <remarks>Links are followed, also those in the folders above.</remarks>
    public static bool Includes(EvaluateRequest request, string path)
    {
        string written = Real(path);
        return written == Real(request.Data)
            || (request.Map is { } map && written == Real(map))
            || (File.Exists(written) && (IsBelow(written, request.Data) || IsBelow(written, request.Packs)));
    }

    /// <summary>Whether two paths lead to one file.</summary>
    public static bool AreSame(string first, string second) => Real(first) == Real(second);

    private static bool IsBelow(string file, string folder) =>
        Directory.Exists(folder) && file.StartsWith(Path.TrimEndingDirectorySeparator(Real(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Real(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } above) return full;
        string here = Path.Combine(Real(above), Path.GetFileName(full));
        if (!Path.Exists(here)) return here;
        FileSystemInfo entry = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here;
    }
}
