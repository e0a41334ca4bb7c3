using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiSample;

/// <summary>How JSON is read and written: what is not known is refused, nothing is guessed.</summary>
internal static class StrictJson
{
    private const int Deepest = 16;

    /// <summary>Sets the rules for all endpoints.</summary>
    public static IServiceCollection AddStrictJson(this IServiceCollection services) => services
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true)
        .ConfigureHttpJsonOptions(json =>
        {
            JsonSerializerOptions options = json.SerializerOptions;
            options.MaxDepth = Deepest;
            options.AllowDuplicateProperties = false;
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.NumberHandling = JsonNumberHandling.Strict;
            options.RespectNullableAnnotations = true;
            options.RespectRequiredConstructorParameters = true;
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
}
