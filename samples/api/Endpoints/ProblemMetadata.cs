namespace ApiSample.Endpoints;

/// <summary>Says which problems an endpoint answers with.</summary>
internal static class ProblemMetadata
{
    /// <summary>Adds the status codes of problem details to the description of an endpoint.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (int status in statuses) endpoint.ProducesProblem(status);
        return endpoint;
    }
}
