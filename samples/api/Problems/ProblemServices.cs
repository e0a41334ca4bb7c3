using System.Diagnostics;

namespace ApiSample.Problems;

/// <summary>Adds problem details for whatever goes wrong.</summary>
internal static class ProblemServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddExceptionHandler<FaultHandler>()
        .AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
        {
            HttpContext http = context.HttpContext;
            context.ProblemDetails.Extensions["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier;
            context.ProblemDetails.Detail ??= KeyOf(context.ProblemDetails.Status) is { } key ? ProblemTexts.Of(key, CallerLanguage.Of(http.Request)) : null;
            http.Response.Headers.Vary = "Accept-Language";
        });

    private static string? KeyOf(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "invalid",
        StatusCodes.Status413PayloadTooLarge => "tooLarge",
        StatusCodes.Status415UnsupportedMediaType => "notJson",
        StatusCodes.Status500InternalServerError => "fault",
        _ => null,
    };
}
