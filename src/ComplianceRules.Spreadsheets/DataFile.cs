namespace ComplianceRules.Spreadsheets;

/// <summary>One file to be read.</summary>
/// <param name="Name">The name shown in places; its last part is matched with a mapping's patterns.</param>
/// <param name="Open">Opens it, as often as it is asked to; what it gives can be sought in.</param>
internal sealed record DataFile(string Name, Func<Stream> Open)
{
    private static readonly string[] TableExtensions = [".csv", ".xlsx", ".xlsm", ".xls"];
    private static readonly string[] Litter = [".", "~$", "Thumbs.db", "desktop.ini"];

    /// <summary>A file of the disk.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The name shown in places.</param>
    public static DataFile At(string path, string name) => new(name, () => OpenFile(path));

    /// <summary>A table of the disk, or all tables in a folder.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The name shown in places.</param>
    public static IReadOnlyList<DataFile> TablesAt(string path, string name) => Directory.Exists(path) ? InFolder(path, name, TableExtensions) : [At(path, name)];

    /// <summary>The files of a folder that end in one of some ways, in the ordinal order of their names.</summary>
    public static IReadOnlyList<DataFile> InFolder(string folder, string name, params IEnumerable<string> extensions) =>
        [.. Directory.EnumerateFiles(folder)
            // What begins so is a mark that a workbook is open somewhere, not a workbook.
            .Where(path => !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal))
            .Where(path => extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal)
            .Select(path => At(path, $"{name.TrimEnd('/')}/{Path.GetFileName(path)}"))];

    /// <summary>What else lies in a folder of tables, in the ordinal order of the names; not what systems and office programs leave behind.</summary>
    /// <param name="folder">Where it is.</param>
    /// <param name="name">The name shown in places.</param>
    /// <param name="hasMapping">Whether the tables are read by a mapping, which may lie beside them.</param>
    public static IReadOnlyList<string> OthersIn(string folder, string name, bool hasMapping)
    {
        string[] known = hasMapping ? [.. TableExtensions, ".json"] : TableExtensions;
        return
        [
            .. Directory.EnumerateFileSystemEntries(folder)
                .Where(path => Directory.Exists(path) || !known.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
                .Select(path => Path.GetFileName(path))
                .Where(own => !Litter.Any(mark => own.StartsWith(mark, StringComparison.OrdinalIgnoreCase)))
                .Order(StringComparer.Ordinal)
                .Select(own => $"{name.TrimEnd('/')}/{own}"),
        ];
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException(refused.Message, refused);
        }
    }
}
