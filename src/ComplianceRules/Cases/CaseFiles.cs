using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>Finds the case files of a pack: every <c>cases/*.json</c> of its folder.</summary>
internal static class CaseFiles
{
    /// <summary>The files in ordinal order of their names; none for a pack that came from elsewhere than a folder.</summary>
    /// <param name="pack">The pack.</param>
    public static IEnumerable<SourceFile> Of(RulePack pack)
    {
        if (pack.Folder is null) yield break;
        string folder = Path.Combine(pack.Folder, "cases");
        if (!Directory.Exists(folder)) yield break;
        foreach (string path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            yield return new SourceFile($"{pack.Folder}/cases/{Path.GetFileName(path)}", File.ReadAllBytes(path));
    }
}
