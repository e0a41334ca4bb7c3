using System.Threading.RateLimiting;
using ApiSample.Problems;
using Microsoft.AspNetCore.Http.Timeouts;

namespace ApiSample.Limits;

/// <summary>How much work the service takes on: how long a request may last, and how many run at once.</summary>
internal static class RequestLimits
{
    /// <summary>The policy of endpoints that judge.</summary>
    public const string Evaluations = "evaluations";

    /// <summary>Adds the limits.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services, ApiOptions options)
    {
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = options.Timeout,
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
            WriteTimeoutResponse = context => ProblemAnswer.WriteAsync(context, StatusCodes.Status504GatewayTimeout, "tooSlow"),
        });
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                return new ValueTask(ProblemAnswer.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "tooMany"));
            };

            // One queue for all endpoints of the policy: they share the same processors.
            limiter.AddPolicy(Evaluations, _ => RateLimitPartition.GetConcurrencyLimiter(
                Evaluations, _ => new ConcurrencyLimiterOptions { PermitLimit = options.AtOnce, QueueLimit = options.Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
        });
    }
}
