using ApiSample.Answers;
using ApiSample.Problems;
using ComplianceRules.Diagnostics;
using ComplianceRules.Hosting;

namespace ApiSample.Endpoints;

/// <summary>Tells of the rule packs, and reloads them.</summary>
internal static class PackEndpoints
{
    /// <summary>Adds the endpoints; the one that reloads only where the configuration allows it.</summary>
    public static void MapPacks(this WebApplication app, ApiOptions options)
    {
        app.MapGet("/packs", (IRulePackMonitor monitor) => PacksAnswer.Of(monitor.LastLoad!, monitor.Current))
            .WithName("Packs")
            .WithSummary("The rule packs in force, and since when")
            .Produces<PacksAnswer>()
            .ProducesProblems(500, 503);

        if (!options.AllowReload) return;
        app.MapPost("/packs/reload", (HttpRequest request, IRulePackMonitor monitor, CancellationToken cancellation) => Reload(request, monitor, options, cancellation))
            .WithName("ReloadPacks")
            .WithSummary("Loads the rule packs anew")
            .WithDescription("Keep strangers away from this endpoint: a load costs seconds of a processor. Packs that are wrong are never in force.")
            .Produces<PacksAnswer>()
            .ProducesProblems(409, 500, 503, 504);
    }

    private static IResult Reload(HttpRequest request, IRulePackMonitor monitor, ApiOptions options, CancellationToken cancellation)
    {
        PackLoad load = monitor.Reload(cancellation);
        if (load is { IsGood: true, InForce: { } inForce }) return TypedResults.Ok(PacksAnswer.Of(load, inForce));
        if (load.Outcome == PackLoadOutcome.Failed) return ProblemAnswer.Of(request, StatusCodes.Status503ServiceUnavailable, "packsUnreachable");
        TextLanguage language = CallerLanguage.Of(request);
        return ProblemAnswer.Of(request, StatusCodes.Status409Conflict, "packsRefused", [.. load.Problems.Take(ProblemOfData.Most).Select(p => Below(ProblemOfData.Of(p, language), options.Packs))]);
    }

    // Where the folder lies on this machine is nobody's business.
    private static ProblemOfData Below(ProblemOfData problem, string? folder) =>
        folder is null ? problem : problem with { File = problem.File is { } file ? Path.GetRelativePath(folder, file) : null, Message = Without(folder, problem.Message), Help = problem.Help is { } help ? Without(folder, help) : null };

    private static string Without(string folder, string text) => text.Replace(folder, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), StringComparison.Ordinal);
}
