using Newtonsoft.Json;

namespace ComplianceRules.Findings;

/// <summary>The same as <see cref="AssessmentJsonConverter"/>, for Newtonsoft.</summary>
/// <remarks>Stands on <see cref="Assessment"/>. May be shared between threads.</remarks>
internal sealed class AssessmentNewtonsoftConverter : JsonConverter<Assessment>
{
    /// <inheritdoc/>
    public override Assessment? ReadJson(JsonReader reader, Type objectType, Assessment? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        NewtonsoftTokens.Read(reader, AssessmentReading.Read);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, Assessment? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonScope scope = JsonScope.Of(value);
        NewtonsoftChunk chunk = new(writer);
        writer.WriteStartObject();
        chunk.PutMembers(json => AssessmentJson.WriteHead(json, value, scope));
        writer.WritePropertyName("findings");
        writer.WriteStartArray();
        foreach (Finding finding in value.Findings) chunk.Put(json => FindingJson.Write(json, finding, scope));
        writer.WriteEndArray();
        chunk.PutMembers(json => AssessmentJson.WriteEnd(json, scope));
        writer.WriteEndObject();
    }
}
