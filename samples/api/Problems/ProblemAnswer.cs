using ComplianceRules.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ApiSample.Problems;

/// <summary>Makes problem details of RFC 9457 in the caller's language.</summary>
internal static class ProblemAnswer
{
    /// <summary>Writes problem details.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status code.</param>
    /// <param name="key">Which text.</param>
    /// <param name="more">What else is told, by name.</param>
    public static Task WriteAsync(HttpContext context, int status, string key, params ReadOnlySpan<KeyValuePair<string, object?>> more)
    {
        ProblemDetails problem = new() { Status = status, Detail = ProblemTexts.Of(key, CallerLanguage.Of(context.Request)) };
        foreach ((string name, object? value) in more) problem.Extensions[name] = value;
        context.Response.StatusCode = status;
        return context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem }).AsTask();
    }

    /// <summary>Problem details as the result of an endpoint.</summary>
    public static IResult Of(HttpRequest request, int status, string key, IReadOnlyList<ProblemOfData>? problems = null) => TypedResults.Problem(
        ProblemTexts.Of(key, CallerLanguage.Of(request)), statusCode: status, extensions: problems is null ? null : new Dictionary<string, object?> { ["problems"] = problems });

    /// <summary>Refused data as the result of an endpoint.</summary>
    public static IResult Refused(HttpRequest request, IEnumerable<Diagnostic> problems)
    {
        TextLanguage language = CallerLanguage.Of(request);
        return Of(request, StatusCodes.Status422UnprocessableEntity, "dataRefused", [.. problems.Take(ProblemOfData.Most).Select(p => ProblemOfData.Of(p, language))]);
    }
}
