using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplianceRules.Findings;

/// <summary>Writes an assessment as <c>System.Text.Json</c> does with any value, and reads it again: the document of <c>assessment.schema.json</c>, whatever the options.</summary>
/// <remarks>Stands on <see cref="Assessment"/>, so that nobody has to name it. May be shared between threads. What is written is in memory as a whole: of a nation <c>JsonReportWriter</c> writes a stream.</remarks>
public sealed class AssessmentJsonConverter : JsonConverter<Assessment>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no assessment; the message says where, and what was expected.</exception>
    public override Assessment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        try
        {
            return AssessmentReading.Read(document.RootElement);
        }
        catch (AssessmentJsonFault fault)
        {
            throw new JsonException($"{fault.Message}, at {fault.Place.Below("$")}", fault);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Assessment value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        AssessmentJson.Write(writer, value);
    }
}
