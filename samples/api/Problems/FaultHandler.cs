using System.Text.Json;
using ComplianceRules.Hosting;
using Microsoft.AspNetCore.Diagnostics;

namespace ApiSample.Problems;

/// <summary>Turns what callers did wrong into problem details. All else is logged and answered with 500, without a word of what the exception says.</summary>
internal sealed class FaultHandler : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        Task? answer = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => ProblemAnswer.WriteAsync(
                httpContext,
                StatusCodes.Status400BadRequest,
                "malformed",
                new("path", json.Path),
                new("line", json.LineNumber + 1),
                new("column", json.BytePositionInLine + 1)),
            BadHttpRequestException { StatusCode: var status } => ProblemAnswer.WriteAsync(httpContext, status, KeyOf(status)),
            RulePackLoadException => ProblemAnswer.WriteAsync(httpContext, StatusCodes.Status503ServiceUnavailable, "noPacks"),
            _ => null,
        };
        if (answer is null) return false;
        await answer;
        return true;
    }

    private static string KeyOf(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => "tooLarge",
        StatusCodes.Status415UnsupportedMediaType => "notJson",
        _ => "unreadable",
    };
}
