namespace ComplianceRules.Benchmarks;

/// <summary>The folder that holds the solution; benchmarks read the packs and samples of the repository by it.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder's full path.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A file or folder of the repository.</summary>
    /// <param name="relative">The path from the root, with forward slashes.</param>
    public static string Combine(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, relative));

    private static string Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "ComplianceRules.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"no folder above `{start}` holds ComplianceRules.sln");
    }
}
