using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace ComplianceRules.Benchmarks;

/// <summary>Reads snapshot JSON by Newtonsoft.Json.</summary>
internal static class NewtonsoftNation
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() },
        DateParseHandling = DateParseHandling.None,
    });

    public static NationRows Read(string path)
    {
        using StreamReader text = new(path, System.Text.Encoding.UTF8, true, 1 << 16);
        using JsonTextReader reader = new(text);
        return Serializer.Deserialize<SnapshotRow>(reader)!.Facts();
    }
}
