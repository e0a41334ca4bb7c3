using System.Text.Encodings.Web;
using System.Text.Json;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace ComplianceRules.Tests.Findings;

/// <summary>The two libraries, used as an application does that knows nothing of either.</summary>
internal static class Libraries
{
    /// <summary>As the reports of this library are written.</summary>
    public static JsonSerializerOptions AsReports { get; } = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names { get; } = ["system", "newtonsoft"];

    public static string Write<T>(string library, T value) => library == "system" ? JsonSerializer.Serialize(value) : JsonConvert.SerializeObject(value);

    public static T? Read<T>(string library, string json) => library == "system" ? JsonSerializer.Deserialize<T>(json) : JsonConvert.DeserializeObject<T>(json);

    /// <summary>The message with which a library refuses a text.</summary>
    public static string Refusal<T>(string library, string json) => library == "system"
        ? Assert.ThrowsAny<System.Text.Json.JsonException>(() => JsonSerializer.Deserialize<T>(json)).Message
        : Assert.ThrowsAny<Newtonsoft.Json.JsonException>(() => JsonConvert.DeserializeObject<T>(json)).Message;
}
