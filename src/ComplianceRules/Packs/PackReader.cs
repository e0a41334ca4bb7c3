using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>Reads packs from folders.</summary>
public static class PackReader
{
    /// <summary>Reads a folder of packs, or one pack's own folder.</summary>
    /// <param name="path">A folder with a <c>pack.json</c>, or one whose sub-folders have.</param>
    /// <returns>The packs, and every problem of reading them, in file order; a missing folder is a problem too.</returns>
    public static Checked<PackSet> ReadDirectory(string path) => throw new NotImplementedException(path);
}
