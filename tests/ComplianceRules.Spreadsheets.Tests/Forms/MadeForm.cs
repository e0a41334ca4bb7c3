using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Spreadsheets.Tests.Forms;

/// <summary>Makes forms.</summary>
internal static class MadeForm
{
    /// <summary>What the small packs need.</summary>
    public static NeededFacts Repository { get; } = NeededFacts.Of(Catalogue(SmallPacks.Path));

    /// <summary>What the rules of one pack need.</summary>
    /// <param name="facts">Its facts.</param>
    /// <param name="rules">What rules of class require; an object is the body of a share.</param>
    public static NeededFacts Of(string facts, params string[] rules)
    {
        string all = string.Join(',', rules.Select((r, i) => PackText.Rule($"r{i}", r[0] == '{' ? $"\"share\": {r}" : $"\"require\": \"{r}\"")));
        using TempPacks folder = TempPacks.One(PackText.Pack(facts: facts, rules: $"[{all}]"));
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
