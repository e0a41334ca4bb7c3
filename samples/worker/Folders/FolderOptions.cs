using System.ComponentModel.DataAnnotations;

namespace WorkerSample.Folders;

/// <summary>Where files come from and go to: the section <c>Folders</c> of the configuration.</summary>
public sealed record FolderOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Folders";

    /// <summary>What is said of folders that are not apart.</summary>
    public const string ApartText = "the folder of rule packs may not lie in the folder of the worker, nor the other way round";

    /// <summary>The folder that holds <c>inbox</c>, <c>working</c>, <c>reports</c>, <c>done</c> and <c>rejected</c>; all on one file system, so that moving is renaming.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Root { get; init; } = string.Empty;

    /// <summary>The folder of the rule packs, which is watched; null for those that the package brings along.</summary>
    [MinLength(1)]
    public string? Packs { get; init; }

    /// <summary>The day of assessment of data that gives none; null to refuse such data.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>How long a file may not have changed before it counts as whole.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan Settles { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the inbox is looked at.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan LooksEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many bytes an input may have.</summary>
    [Range(1, long.MaxValue)]
    public long MostBytes { get; init; } = 1L << 30;

    /// <summary>How often an input is tried when the machine fails, before it is put aside.</summary>
    [Range(1, 100)]
    public int MostTries { get; init; } = 3;

    /// <summary>Whether the folders do not lie in each other.</summary>
    public static bool AreApart(FolderOptions options)
    {
        if (options.Packs is null) return true;
        string root = Path.GetFullPath(options.Root) + Path.DirectorySeparatorChar;
        string packs = Path.GetFullPath(options.Packs) + Path.DirectorySeparatorChar;
        return !root.StartsWith(packs, StringComparison.Ordinal) && !packs.StartsWith(root, StringComparison.Ordinal);
    }

    internal string Folder(string name) => Path.Combine(Path.GetFullPath(Root), name);
}
