namespace WorkerSample.Folders;

/// <summary>What an input looks like from outside; while it is written it changes.</summary>
/// <param name="Files">How many files it has.</param>
/// <param name="Bytes">How many bytes they have.</param>
/// <param name="Written">When one of them was written last.</param>
internal sealed record InputStamp(int Files, long Bytes, DateTime Written)
{
    /// <summary>Looks at a file, or at all files of a folder.</summary>
    public static InputStamp Of(string path)
    {
        FileInfo[] files = [.. FilesOf(path).Select(f => new FileInfo(f))];
        return new InputStamp(files.Length, files.Sum(f => f.Length), files.Length == 0 ? default : files.Max(f => f.LastWriteTimeUtc));
    }

    /// <summary>The files of an input, in ordinal order; links are not followed.</summary>
    public static IEnumerable<string> FilesOf(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Order(StringComparer.Ordinal)
        : [path];
}
