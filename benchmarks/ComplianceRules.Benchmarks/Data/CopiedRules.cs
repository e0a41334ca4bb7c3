using Newtonsoft.Json.Linq;

namespace ComplianceRules.Benchmarks;

/// <summary>The benchmark pack with its rules several times over, each time under other ids.</summary>
internal static class CopiedRules
{
    /// <summary>Writes the pack into a new folder, which the caller deletes.</summary>
    public static DirectoryInfo Write(int copies)
    {
        JObject pack = JObject.Parse(File.ReadAllText(RepositoryFolder.Combine($"benchmarks/packs/{BenchRules.Pack}/pack.json")));
        JArray rules = (JArray)pack["rules"]!;
        pack["rules"] = new JArray(Enumerable.Range(0, copies).SelectMany(copy => rules.Select(rule => Renamed(rule, copy))));
        pack.Remove("$schema");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("compliance-rules-");
        File.WriteAllText(Path.Combine(folder.CreateSubdirectory(BenchRules.Pack).FullName, "pack.json"), pack.ToString());
        return folder;
    }

    private static JToken Renamed(JToken rule, int copy)
    {
        JToken renamed = rule.DeepClone();
        renamed["id"] = FormattableString.Invariant($"{renamed["id"]}.{copy}");
        return renamed;
    }
}
