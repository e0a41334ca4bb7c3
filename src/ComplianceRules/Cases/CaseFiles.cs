using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>Finds the case files of a pack: every <c>cases/*.json</c> of its folder, on a disk or in memory.</summary>
internal static class CaseFiles
{
    /// <summary>The files in ordinal order of their names; none for a pack that brings none.</summary>
    /// <param name="pack">The pack.</param>
    public static IEnumerable<SourceFile> Of(RulePack pack)
    {
        if (pack.Folder is null) return pack.Cases;
        string folder = Path.Combine(pack.Folder, PackCaseName.Folder);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => new SourceFile($"{pack.Folder}/{PackCaseName.Folder}/{Path.GetFileName(path)}", File.ReadAllBytes(path)))
            : [];
    }
}
