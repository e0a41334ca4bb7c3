using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The options of a part, which a merge takes from it.</summary>
internal static class PartOptions
{
    /// <summary>The options by name, each with its value as JSON.</summary>
    /// <param name="request">What is asked for.</param>
    public static ImmutableSortedDictionary<string, string> Of(ShardRequest request)
    {
        RunOptions run = request.Options;
        SnapshotOptions reading = request.Reading;
        return new Dictionary<string, JsonNode?>
        {
            ["only"] = run.Only?.Text,
            ["areas"] = ListOf(run.Areas),
            ["rules"] = ListOf(run.Rules),
            ["schoolPacks"] = ListOf(run.SchoolPacks.SelectMany(p => new[] { p.Pack, p.School })),
            ["includeAll"] = run.IncludeAll,
            ["eachRow"] = run.EachRow,
            ["includePersonal"] = run.IncludePersonal,
            ["corrections"] = run.Corrections,
            ["waiversEndingWithin"] = run.WaiversEndingWithin,
            ["defaultRegion"] = reading.DefaultRegion?.Text,
            ["encoding"] = reading.Encoding,
            ["skipMalformed"] = reading.SkipMalformed,
            ["mapping"] = request.Mapping,
        }.ToImmutableSortedDictionary(o => o.Key, o => o.Value?.ToJsonString() ?? "null", StringComparer.Ordinal);
    }

    /// <summary>What a part was asked for, without the waivers.</summary>
    /// <param name="options">The options of the part.</param>
    public static RunOptions Read(ImmutableSortedDictionary<string, string> options)
    {
        string[] packs = Texts("schoolPacks");
        return new RunOptions
        {
            Only = Of<string?>("only") is { } only ? RegionCode.Parse(only) : null,
            Areas = [.. Texts("areas")],
            Rules = [.. Texts("rules")],
            SchoolPacks = [.. packs.Chunk(2).Select(p => new SchoolPack(p[0], p[1]))],
            IncludeAll = Of<bool>("includeAll"),
            EachRow = Of<bool>("eachRow"),
            IncludePersonal = Of<bool>("includePersonal"),
            Corrections = Of<bool>("corrections"),
            WaiversEndingWithin = Of<int>("waiversEndingWithin"),
        };

        T Of<T>(string name) => JsonNode.Parse(options[name]) is { } value ? value.GetValue<T>() : default!;

        string[] Texts(string name) => [.. JsonNode.Parse(options[name])!.AsArray().Select(item => item!.GetValue<string>())];
    }

    private static JsonArray ListOf(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
