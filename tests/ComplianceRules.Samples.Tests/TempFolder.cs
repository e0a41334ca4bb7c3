using ComplianceRules.Tests;

namespace ComplianceRules.Samples.Tests;

/// <summary>A folder of its own, gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("samples-").FullName;

    /// <summary>A file or folder in it.</summary>
    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>A copy of the small packs in it.</summary>
    public string WithSmallPacks() => WithPacks(SmallPacks.Path);

    /// <summary>A copy of a folder of packs in it.</summary>
    public string WithPacks(string folder)
    {
        CopyFolder(folder, At("packs"));
        return At("packs");
    }

    /// <summary>Copies a folder with all below it.</summary>
    public static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
