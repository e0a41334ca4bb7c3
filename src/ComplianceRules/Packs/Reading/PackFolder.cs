namespace ComplianceRules.Packs;

/// <summary>A folder that has a <c>pack.json</c>.</summary>
/// <param name="Path">The path as the caller gave it, joined with <c>/</c>.</param>
internal sealed record PackFolder(string Path)
{
    /// <summary>The file that makes a folder a pack.</summary>
    public const string PackFile = "pack.json";

    /// <summary>The folder's own name, without the path.</summary>
    public string Name => System.IO.Path.GetFileName(System.IO.Path.GetFullPath(Path));

    /// <summary>The path of a file in it, as shown in places.</summary>
    /// <param name="file">The file's path in the folder, joined with <c>/</c>.</param>
    public string Join(string file) => Path.EndsWith('/') ? Path + file : $"{Path}/{file}";
}
