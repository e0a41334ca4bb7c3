using System.Globalization;

namespace ComplianceRules.Cli.Output;

/// <summary>Writes a whole file or nothing: under another name in the same folder, renamed at the end.</summary>
internal static class OutputFile
{
    /// <summary>Whether a file can stand there: its folder is there, and it is no folder itself.</summary>
    public static bool IsPossible(string path) =>
        path.Length > 0 && !Directory.Exists(path) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)));

    /// <summary>Writes the file; what was there before is replaced only once everything is written.</summary>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path);
        string process = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        string draft = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{process}.tmp");
        try
        {
            using (FileStream stream = new(draft, FileMode.Create, FileAccess.Write)) write(stream);
            File.Move(draft, target, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
