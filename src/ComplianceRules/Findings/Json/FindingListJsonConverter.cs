using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplianceRules.Findings;

/// <summary>Writes findings as <c>System.Text.Json</c> does with any value, and reads them again: a list of findings that are each complete in itself.</summary>
/// <remarks>Stands on <see cref="FindingList"/>, so that nobody has to name it. May be shared between threads.</remarks>
public sealed class FindingListJsonConverter : JsonConverter<FindingList>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">They are no findings; the message says where, and what was expected.</exception>
    public override FindingList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        try
        {
            return FindingReading.List(document.RootElement);
        }
        catch (AssessmentJsonFault fault)
        {
            throw new JsonException($"{fault.Message}, at {fault.Place.Below("$")}", fault);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FindingList value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (Finding finding in value) FindingJson.Write(writer, finding, JsonScope.Alone());
        writer.WriteEndArray();
    }
}
