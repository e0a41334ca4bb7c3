using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Spreadsheets.Tests.Forms;

/// <summary>Makes forms.</summary>
internal static class MadeForm
{
    /// <summary>What the packs of this repository need.</summary>
    public static NeededFacts Repository { get; } = NeededFacts.Of(Catalogue(RepositoryRoot.Combine("rulepacks")));

    /// <summary>What the rules of one pack need.</summary>
    public static NeededFacts Of(string facts, params string[] conditions)
    {
        string rules = string.Join(',', conditions.Select((c, i) => PackText.Rule($"r{i}", $"\"require\": \"{c}\"")));
        using TempPacks folder = TempPacks.One(PackText.Pack(facts: facts, rules: $"[{rules}]"));
        return NeededFacts.Of(Catalogue(folder.Path));
    }

    public static byte[] Workbook(NeededFacts facts)
    {
        using MemoryStream output = new();
        SnapshotForm.WriteWorkbook(facts, output);
        return output.ToArray();
    }

    private static Catalogue Catalogue(string folder) => PackChecker.Check(PackReader.ReadDirectory(folder).Value).Value;
}
