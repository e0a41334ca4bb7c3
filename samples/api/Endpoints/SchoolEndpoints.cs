using ApiSample.Answers;
using ApiSample.Limits;
using ApiSample.Problems;
using ApiSample.Schools;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using Microsoft.Extensions.Options;

namespace ApiSample.Endpoints;

/// <summary>Judges one school, given in the service's own words.</summary>
internal static class SchoolEndpoints
{
    /// <summary>Adds the endpoint.</summary>
    public static void MapSchools(this WebApplication app) => app.MapPost("/schools/evaluate", Evaluate)
        .WithName("EvaluateSchool")
        .WithSummary("Judges one school with its classes")
        .RequireRateLimiting(RequestLimits.Evaluations)
        .Produces<AssessmentAnswer>()
        .ProducesValidationProblem()
        .ProducesProblems(408, 413, 415, 422, 429, 500, 503, 504);

    private static IResult Evaluate(SchoolRequest school, HttpRequest request, IComplianceEvaluator evaluator, IOptions<ApiOptions> options, CancellationToken cancellation)
    {
        IReadOnlyList<string> areas = school.Areas ?? [];
        if (!Has(evaluator, areas)) return ProblemAnswer.Of(request, StatusCodes.Status422UnprocessableEntity, "unknownArea");
        try
        {
            EvaluationOptions asked = new() { AsOf = school.AsOf, Run = new() { Areas = [.. areas], Threads = 1 } };
            Checked<Assessment> done = evaluator.EvaluateOne(school, SchoolShapes.School, asked, cancellation);
            if (!done.IsValid) return ProblemAnswer.Refused(request, done.Diagnostics);
            return TypedResults.Ok(AssessmentAnswer.Of(done.Value, CallerLanguage.Of(request), options.Value.MostFindings));
        }
        catch (ArgumentException) when (!Has(evaluator, areas))
        {
            // Packs without the area came into force a moment ago.
            return ProblemAnswer.Of(request, StatusCodes.Status422UnprocessableEntity, "unknownArea");
        }
    }

    private static bool Has(IComplianceEvaluator evaluator, IReadOnlyList<string> areas) =>
        areas.Count == 0 || !areas.Except(evaluator.Packs.Catalogue.Packs.Packs.SelectMany(p => p.Rules).Select(r => r.Area)).Any();
}
