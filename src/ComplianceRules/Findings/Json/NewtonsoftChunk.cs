using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;

namespace ComplianceRules.Findings;

/// <summary>Brings what the one writer of findings writes to a writer of Newtonsoft, some of it at a time, so that its own way to write holds.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="writer">The writer.</param>
internal sealed class NewtonsoftChunk(JsonWriter writer)
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Writes a value.</summary>
    /// <param name="write">Writes it as JSON.</param>
    public void Put(Action<Utf8JsonWriter> write) => Put(write, membersOnly: false);

    /// <summary>Writes members into the object that is open.</summary>
    /// <param name="write">Writes them as JSON into an object that is open.</param>
    public void PutMembers(Action<Utf8JsonWriter> write) => Put(
        json =>
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        },
        membersOnly: true);

    private void Put(Action<Utf8JsonWriter> write, bool membersOnly)
    {
        _bytes.ResetWrittenCount();
        using (Utf8JsonWriter json = new(_bytes, AssessmentJson.Options(indented: false))) write(json);
        Hand(_bytes.WrittenSpan, writer, membersOnly);
    }

    /// <summary>Hands JSON to a writer, token by token.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="writer">The writer.</param>
    /// <param name="membersOnly">Whether the brackets around it are left out.</param>
    private static void Hand(ReadOnlySpan<byte> json, JsonWriter writer, bool membersOnly)
    {
        Utf8JsonReader reader = new(json);
        while (reader.Read())
        {
            if (membersOnly && reader.CurrentDepth == 0) continue;
            Put(ref reader, writer);
        }
    }

    private static void Put(ref Utf8JsonReader reader, JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(reader.GetString()!);
                break;
            case JsonTokenType.Number:
                PutNumber(Encoding.ASCII.GetString(reader.ValueSpan), writer);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                writer.WriteValue(reader.TokenType == JsonTokenType.True);
                break;
            case JsonTokenType.Null:
                writer.WriteNull();
                break;
            default:
                writer.WriteValue(reader.GetString());
                break;
        }
    }

    // Writers that keep a tree want a value; what neither can hold goes as it is written.
    private static void PutNumber(string number, JsonWriter writer)
    {
        if (long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) && whole.ToString(CultureInfo.InvariantCulture) == number) writer.WriteValue(whole);
        else if (number.Contains('.', StringComparison.Ordinal) && decimal.TryParse(number, Plain, CultureInfo.InvariantCulture, out decimal exact) && exact.ToString(CultureInfo.InvariantCulture) == number) writer.WriteValue(exact);
        else writer.WriteRawValue(number);
    }
}
