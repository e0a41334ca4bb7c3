using Newtonsoft.Json;

namespace ComplianceRules.Findings;

/// <summary>The same as <see cref="FindingJsonConverter"/>, for Newtonsoft.</summary>
/// <remarks>Stands on <see cref="Finding"/>. May be shared between threads.</remarks>
internal sealed class FindingNewtonsoftConverter : JsonConverter<Finding>
{
    /// <inheritdoc/>
    public override Finding? ReadJson(JsonReader reader, Type objectType, Finding? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        NewtonsoftTokens.Read(reader, element => FindingReading.Alone(element, JsonPlace.Root));

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, Finding? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(value);
        new NewtonsoftChunk(writer).Put(json => FindingJson.Write(json, value, JsonScope.Alone()));
    }
}
