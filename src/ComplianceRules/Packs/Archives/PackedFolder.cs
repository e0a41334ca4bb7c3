using System.Collections.Immutable;

namespace ComplianceRules.Packs;

/// <summary>The files of one pack's folder that go into an archive.</summary>
internal static class PackedFolder
{
    private const string ReadMe = "README.md";

    /// <summary>The files, in a folder called like the pack.</summary>
    /// <param name="pack">The pack.</param>
    public static IEnumerable<RulePackFile> Of(RulePack pack)
    {
        string folder = pack.Folder ?? throw new ArgumentException($"the pack `{pack.Id}` was read from elsewhere than a folder");
        ImmutableArray<(string Name, ReadOnlyMemory<byte> Bytes)> read = [.. pack.Files.Select(f => (f, (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(folder, f))))];
        if (PackFingerprint.Of(read) != pack.Sha256) throw new IOException($"the files of the pack `{pack.Id}` have changed since they were read");
        return [.. read.Select(f => Packed(pack, f.Name, f.Bytes)), .. Beside(folder).Select(f => Packed(pack, f, File.ReadAllBytes(Path.Combine(folder, f))))];
    }

    private static IEnumerable<string> Beside(string folder)
    {
        if (File.Exists(Path.Combine(folder, ReadMe))) yield return ReadMe;
        string cases = Path.Combine(folder, PackCaseName.Folder);
        if (!Directory.Exists(cases)) yield break;
        foreach (string path in Directory.EnumerateFiles(cases, "*.json")) yield return $"{PackCaseName.Folder}/{Path.GetFileName(path)}";
    }

    private static RulePackFile Packed(RulePack pack, string name, ReadOnlyMemory<byte> bytes) => new($"{pack.Id}/{name}", bytes);
}
