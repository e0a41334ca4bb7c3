using System.Net.Mime;
using ApiSample.Answers;
using ApiSample.Limits;
using ApiSample.OpenApi;
using ApiSample.Problems;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ApiSample.Endpoints;

/// <summary>Judges a snapshot in the library's own JSON, see docs/data-format.md.</summary>
internal static class SnapshotEndpoints
{
    private const string Name = "snapshot.json";

    /// <summary>Adds the endpoint.</summary>
    public static void MapSnapshots(this WebApplication app, ApiOptions options) => app.MapPost("/snapshots/evaluate", EvaluateAsync)
        .WithName("EvaluateSnapshot")
        .WithSummary("Judges a snapshot of many schools")
        .WithMetadata(new RequestSizeLimitAttribute(options.MostBytesOfASnapshot))
        .RequireRateLimiting(RequestLimits.Evaluations)
        .Accepts<SnapshotDocument>(MediaTypeNames.Application.Json)
        .Produces<AssessmentAnswer>()
        .ProducesProblems(400, 408, 413, 415, 422, 429, 500, 503, 504);

    private static async Task<IResult> EvaluateAsync(HttpRequest request, IComplianceEvaluator evaluator, IOptions<ApiOptions> options, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType()) return ProblemAnswer.Of(request, StatusCodes.Status415UnsupportedMediaType, "notJson");
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, cancellation);
        JsonSnapshotSource source = new(() => new MemoryStream(body.GetBuffer(), 0, (int)body.Length, writable: false), Name);
        Checked<Snapshot> read = source.Read(evaluator.Packs.Schema, new SnapshotOptions(), cancellation);
        if (!read.IsValid) return ProblemAnswer.Refused(request, read.Diagnostics);
        if (read.Value.Date is null) return ProblemAnswer.Of(request, StatusCodes.Status422UnprocessableEntity, "noDay");
        Assessment done = evaluator.Evaluate(read.Value, new EvaluationOptions { Run = new() { Threads = 1 } }, cancellation);
        return TypedResults.Ok(AssessmentAnswer.Of(done, CallerLanguage.Of(request), options.Value.MostFindings));
    }
}
