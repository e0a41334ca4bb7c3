using System.Globalization;

namespace ComplianceRules.Cli.Output;

/// <summary>Writes a whole file or nothing: under another name in the same folder, renamed at the end.</summary>
internal static class OutputFile
{
    // The one folder of plain files among the devices.
    private const string SharedMemory = "/dev/shm/";

    private static readonly string[] DeviceFolders = ["/dev/", "/proc/"];

    /// <summary>Whether a file can stand there: its folder is there, and it is no folder itself.</summary>
    public static bool IsPossible(string path) =>
        path.Length > 0 && !Directory.Exists(path) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)));

    /// <summary>Whether a path is a device or the end of a pipe, by the folder it stands in.</summary>
    public static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && DeviceFolders.Any(f => Path.GetFullPath(path).StartsWith(f, StringComparison.Ordinal))
        && !Path.GetFullPath(path).StartsWith(SharedMemory, StringComparison.Ordinal)
        && File.Exists(path);

    /// <summary>Writes the file; what was there before is replaced only once everything is written. A device is written to as it goes.</summary>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (IsDevice(path))
        {
            // A rename would put a file in place of the device, for every program of the machine.
            using FileStream device = new(path, FileMode.Open, FileAccess.Write);
            write(device);
            return;
        }

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
