using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ComplianceRules.Engine;

/// <summary>The first line of a part: what was judged, and by what.</summary>
/// <remarks>Immutable.</remarks>
internal sealed record PartHead
{
    /// <summary>The version of the tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Which share it is.</summary>
    public required SchoolShard Shard { get; init; }

    /// <summary>The day of assessment.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>What reports are to call the data; null where it has no name.</summary>
    public required string? Source { get; init; }

    /// <summary>The packs, in ordinal order of their ids.</summary>
    public required ImmutableArray<(string Id, string Version, string Sha256)> Packs { get; init; }

    /// <summary>The digest of the file of waivers; null where there was none.</summary>
    public required string? Waivers { get; init; }

    /// <summary>The options, each with its value as JSON.</summary>
    public required ImmutableSortedDictionary<string, string> Options { get; init; }

    /// <summary>The full ids of the rules that were judged.</summary>
    public required ImmutableArray<string> Rules { get; init; }

    /// <summary>Whether schools were read some at a time, so that findings come by chunks in a run over a source.</summary>
    public required bool IsChunked { get; init; }

    /// <summary>The version of this tool.</summary>
    public static string OwnTool { get; } = typeof(PartHead).Assembly.GetName().Version!.ToString(3);

    /// <summary>Writes it into an object that is open.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber(PartKeys.Head, PartKeys.Version);
        json.WriteString("tool", Tool);
        json.WriteString("shard", Shard.ToString());
        json.WriteString("asOf", AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("source", Source);
        json.WriteStartArray("packs");
        foreach ((string id, string version, string sha256) in Packs)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("version", version);
            json.WriteString("sha256", sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("waivers", Waivers);
        json.WriteStartObject("options");
        foreach ((string name, string value) in Options)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value);
        }

        json.WriteEndObject();
        json.WriteBoolean("chunked", IsChunked);
        json.WriteStartArray("rules");
        foreach (string rule in Rules) json.WriteStringValue(rule);
        json.WriteEndArray();
    }

    /// <summary>Reads it.</summary>
    /// <param name="line">The line.</param>
    public static PartHead Read(JsonElement line) => new()
    {
        Tool = TextOf(line, "tool"),
        Shard = SchoolShard.TryParse(TextOf(line, "shard"), out SchoolShard shard) ? shard : throw new FormatException("shard"),
        AsOf = DateOnly.ParseExact(TextOf(line, "asOf"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Source = line.GetProperty("source").GetString(),
        Packs = [.. line.GetProperty("packs").EnumerateArray().Select(p => (TextOf(p, "id"), TextOf(p, "version"), TextOf(p, "sha256")))],
        Waivers = line.GetProperty("waivers").GetString(),
        Options = line.GetProperty("options").EnumerateObject().ToImmutableSortedDictionary(o => o.Name, o => o.Value.GetRawText(), StringComparer.Ordinal),
        IsChunked = line.GetProperty("chunked").GetBoolean(),
        Rules = [.. line.GetProperty("rules").EnumerateArray().Select(r => r.GetString() ?? throw new FormatException("rules"))],
    };

    private static string TextOf(JsonElement owner, string key) => owner.GetProperty(key).GetString() ?? throw new FormatException(key);
}
