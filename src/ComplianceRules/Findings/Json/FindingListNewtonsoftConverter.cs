using Newtonsoft.Json;

namespace ComplianceRules.Findings;

/// <summary>The same as <see cref="FindingListJsonConverter"/>, for Newtonsoft.</summary>
/// <remarks>Stands on <see cref="FindingList"/>. May be shared between threads.</remarks>
internal sealed class FindingListNewtonsoftConverter : JsonConverter<FindingList>
{
    /// <inheritdoc/>
    public override FindingList? ReadJson(JsonReader reader, Type objectType, FindingList? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        NewtonsoftTokens.Read(reader, FindingReading.List);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, FindingList? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(value);
        NewtonsoftChunk chunk = new(writer);
        writer.WriteStartArray();
        foreach (Finding finding in value) chunk.Put(json => FindingJson.Write(json, finding, JsonScope.Alone()));
        writer.WriteEndArray();
    }
}
