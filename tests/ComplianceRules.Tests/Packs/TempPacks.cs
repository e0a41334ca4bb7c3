using System.Text;

namespace ComplianceRules.Tests.Packs;

/// <summary>A folder of packs that is gone after the test.</summary>
internal sealed class TempPacks : IDisposable
{
    public TempPacks() => Path = Directory.CreateTempSubdirectory("packs-").FullName;

    public string Path { get; }

    /// <summary>One pack alone: the folder itself holds its <c>pack.json</c>.</summary>
    public static TempPacks One(string pack) => new TempPacks().With("pack.json", pack);

    /// <summary>Adds a file.</summary>
    /// <param name="file">Its path in the folder, such as <c>cn/pack.json</c>.</param>
    /// <param name="text">Its text.</param>
    public TempPacks With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a file of raw bytes.</summary>
    /// <param name="file">Its path in the folder.</param>
    /// <param name="bytes">Its content.</param>
    public TempPacks With(string file, byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
