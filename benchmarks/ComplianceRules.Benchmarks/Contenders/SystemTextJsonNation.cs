using System.Text.Json;

namespace ComplianceRules.Benchmarks;

/// <summary>Reads snapshot JSON by System.Text.Json with generated code.</summary>
internal static class SystemTextJsonNation
{
    public static NationRows Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return JsonSerializer.Deserialize(file, NationJsonContext.Default.SnapshotRow)!.Facts();
    }
}
