namespace ComplianceRules.Spreadsheets;

/// <summary>One file to be read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">The name shown in places.</param>
internal sealed record CsvFile(string Path, string Name)
{
    private const string Extension = ".csv";

    /// <summary>The file's own name without folder and extension.</summary>
    public string BaseName => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The CSV files of a folder, in the ordinal order of their names.</summary>
    public static IReadOnlyList<CsvFile> InFolder(string folder, string name) =>
        [.. Directory.EnumerateFiles(folder)
            .Where(path => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(path => new CsvFile(path, $"{name.TrimEnd('/')}/{System.IO.Path.GetFileName(path)}"))];

    public FileStream Open()
    {
        try
        {
            return File.OpenRead(Path);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException(refused.Message, refused);
        }
    }
}
