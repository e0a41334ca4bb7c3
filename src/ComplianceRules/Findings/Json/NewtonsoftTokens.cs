using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;

namespace ComplianceRules.Findings;

/// <summary>Brings what a reader of Newtonsoft reads to the one reader of findings.</summary>
internal static class NewtonsoftTokens
{
    private const int Deepest = 64;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    // Its decimals may end in zeros, which a double would lose.
    private const string Amount = "cost";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a value that a reader stands on the first token of.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="reader">The reader; it stands on the last token after.</param>
    /// <param name="read">Makes it of the JSON.</param>
    /// <exception cref="JsonSerializationException">It is something else; the message says where, and what was expected.</exception>
    public static T? Read<T>(JsonReader reader, Func<JsonElement, T> read)
        where T : class
    {
        if (reader.TokenType == JsonToken.Null) return null;
        string path = reader.Path;
        IJsonLineInfo? lines = reader as IJsonLineInfo;
        (int line, int position) = lines?.HasLineInfo() == true ? (lines.LineNumber, lines.LinePosition) : (0, 0);
        using JsonDocument document = Taken(reader);
        try
        {
            return read(document.RootElement);
        }
        catch (AssessmentJsonFault fault)
        {
            string place = fault.Place.Below(path);
            throw new JsonSerializationException($"{fault.Message}. Path '{place}'.", place, line, position, fault);
        }
    }

    private static JsonDocument Taken(JsonReader reader)
    {
        ArrayBufferWriter<byte> bytes = new();
        (DateParseHandling dates, FloatParseHandling numbers) = (reader.DateParseHandling, reader.FloatParseHandling);
        (reader.DateParseHandling, reader.FloatParseHandling) = (DateParseHandling.None, FloatParseHandling.Double);
        try
        {
            using Utf8JsonWriter json = new(bytes, new JsonWriterOptions { SkipValidation = true, MaxDepth = Deepest });
            Take(reader, json);
        }
        finally
        {
            (reader.DateParseHandling, reader.FloatParseHandling) = (dates, numbers);
        }

        return JsonDocument.Parse(bytes.WrittenMemory, new JsonDocumentOptions { MaxDepth = Deepest });
    }

    private static void Take(JsonReader reader, Utf8JsonWriter json)
    {
        Take(reader, reader.TokenType, json);
        while (json.CurrentDepth > 0)
        {
            if (!reader.Read()) throw Refused(reader, "the JSON ends before the value does");
            Take(reader, reader.TokenType, json);
        }
    }

    private static void Take(JsonReader reader, JsonToken token, Utf8JsonWriter json)
    {
        if (token is JsonToken.StartObject or JsonToken.StartArray && json.CurrentDepth >= Deepest - 1) throw Refused(reader, "no finding is nested so deeply");
        switch (token)
        {
            case JsonToken.StartObject:
                json.WriteStartObject();
                break;
            case JsonToken.StartArray:
                json.WriteStartArray();
                break;
            case JsonToken.EndObject:
                json.WriteEndObject();
                break;
            case JsonToken.EndArray:
                json.WriteEndArray();
                break;
            case JsonToken.PropertyName:
                string name = Whole(reader);
                json.WritePropertyName(name);
                reader.FloatParseHandling = name == Amount ? FloatParseHandling.Decimal : FloatParseHandling.Double;
                break;
            case JsonToken.Comment:
                break;
            default:
                TakeValue(reader, token, json);
                break;
        }
    }

    private static void TakeValue(JsonReader reader, JsonToken token, Utf8JsonWriter json)
    {
        switch (token)
        {
            case JsonToken.String:
                json.WriteStringValue(Whole(reader));
                break;
            case JsonToken.Boolean:
                json.WriteBooleanValue((bool)reader.Value!);
                break;
            case JsonToken.Null:
                json.WriteNullValue();
                break;
            case JsonToken.Integer or JsonToken.Float or JsonToken.Raw:
                string number = NumberOf(reader.Value);
                if (!JsonValues.IsNumber(number)) throw Refused(reader, "no number that can be worked with");
                json.WriteRawValue(number);
                break;
            case JsonToken.Date:
                throw Refused(reader, "a text was read as a date before the finding was: read the JSON with `DateParseHandling.None`");
            default:
                throw Refused(reader, $"no finding has a value of the kind `{token}`");
        }
    }

    private static string NumberOf(object? value) => value switch
    {
        double number => Spelled(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? string.Empty,
    };

    // Without an exponent wherever that says the same, as it was written.
    private static string Spelled(double number)
    {
        string shortest = number.ToString("R", CultureInfo.InvariantCulture);
        bool isPlain = decimal.TryParse(shortest, Plain | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal exact)
            && double.Parse(exact.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Equals(number);
        return isPlain && shortest.Contains('E', StringComparison.Ordinal) ? exact.ToString(CultureInfo.InvariantCulture) : shortest;
    }

    private static string Whole(JsonReader reader)
    {
        string text = (string)reader.Value!;
        try
        {
            Strict.GetByteCount(text);
            return text;
        }
        catch (EncoderFallbackException)
        {
            throw Refused(reader, "a text has half a character");
        }
    }

    private static JsonSerializationException Refused(JsonReader reader, string why)
    {
        IJsonLineInfo? lines = reader as IJsonLineInfo;
        (int line, int position) = lines?.HasLineInfo() == true ? (lines.LineNumber, lines.LinePosition) : (0, 0);
        return new JsonSerializationException($"{why}. Path '{reader.Path}'.", reader.Path, line, position, null);
    }
}
