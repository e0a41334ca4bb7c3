using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Commands;

/// <summary>The files that a run reads, which it must not write over.</summary>
internal static class InputFiles
{
    /// <summary>Whether a file is read: the data, be it the earlier one, a file in the folder of the data, a mapping, the waivers, the earlier assessment, or a file of the packs.</summary>
    /// <remarks>Links are followed, also those in the folders above.</remarks>
    public static bool Includes(EvaluateRequest request, string path)
    {
        string written = Real(path);
        string[] files = [.. new[] { request.Data, request.Map, request.Previous, request.PreviousMap, request.Waivers, request.CompareWith }.OfType<string>().Select(DatabaseInput.FileOf).OfType<string>()];
        return files.Any(f => written == Real(f)) || (File.Exists(written) && files.Append(request.Packs).Any(f => IsBelow(written, f)));
    }

    /// <summary>Refuses a file to write that cannot stand there or is read.</summary>
    /// <param name="request">What is read.</param>
    /// <param name="option">The option that names the file.</param>
    /// <param name="path">The file; null for none.</param>
    /// <param name="options">Takes the refusal.</param>
    public static void CheckOutput(EvaluateRequest request, string option, string? path, OptionReader options)
    {
        if (path is null) return;
        if (!OutputFile.IsPossible(path)) options.Refuse(options.Words.NoFolderForOutput(path));
        else if (Includes(request, path)) options.Refuse(options.Words.OutIsInput(option, path));
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
