using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplianceRules.Findings;

/// <summary>Writes a finding as <c>System.Text.Json</c> does with any value, and reads it again: an item of <c>findings</c> of <c>assessment.schema.json</c> that is complete in itself, whatever the options.</summary>
/// <remarks>Stands on <see cref="Finding"/>, so that nobody has to name it. May be shared between threads.</remarks>
public sealed class FindingJsonConverter : JsonConverter<Finding>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no finding; the message says where, and what was expected.</exception>
    public override Finding Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        try
        {
            return FindingReading.Alone(document.RootElement, JsonPlace.Root);
        }
        catch (AssessmentJsonFault fault)
        {
            throw new JsonException($"{fault.Message}, at {fault.Place.Below("$")}", fault);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Finding value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        FindingJson.Write(writer, value, JsonScope.Alone());
    }
}
