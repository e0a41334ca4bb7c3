using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ComplianceRules.Hosting;

/// <summary>Says whether the packs in force are those that the sources have: <c>services.AddHealthChecks().AddCheck&lt;RulePackHealthCheck&gt;("rule-packs")</c>.</summary>
/// <remarks>
/// Healthy where they are. Degraded where packs are in force and newer ones are wrong or cannot be reached. Of the registration's failure status, by default unhealthy, where none are in
/// force. Packs that nobody has asked for yet are loaded. May be shared between threads.
/// </remarks>
/// <param name="monitor">Loads the packs.</param>
public sealed class RulePackHealthCheck(IRulePackMonitor monitor) : IHealthCheck
{
    /// <summary>The check of packs that were added with a key.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="key">The key.</param>
    public static RulePackHealthCheck Of(IServiceProvider services, string key)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(key);
        return new RulePackHealthCheck(services.GetRequiredKeyedService<IRulePackMonitor>(key));
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Result(monitor.LastLoad ?? Loaded(), context.Registration.FailureStatus));
    }

    private PackLoad Loaded()
    {
        try
        {
            _ = monitor.Current;
            return monitor.LastLoad!;
        }
        catch (RulePackLoadException failure)
        {
            return failure.Load;
        }
    }

    private static HealthCheckResult Result(PackLoad load, HealthStatus none)
    {
        Dictionary<string, object> data = new(StringComparer.Ordinal) { ["loadedAt"] = load.At, ["outcome"] = load.Outcome.ToString() };
        if (load.InForce is { } inForce)
        {
            data["inForceSince"] = inForce.LoadedAt;
            data["packs"] = inForce.Catalogue.Packs.Packs.Select(p => $"{p.Id} {p.Version.ToNormalizedString()}").ToArray();
        }

        if (load is { IsGood: true, InForce: { } good }) return HealthCheckResult.Healthy($"{good.Catalogue.Packs.Packs.Length} rule packs are in force", data);
        ImmutableArray<string> faults = RulePackLoadException.FaultsOf(load);
        data["problems"] = faults.ToArray();
        return load.InForce is null
            ? new HealthCheckResult(none, "no rule packs are in force", load.Failure, data)
            : HealthCheckResult.Degraded("newer rule packs are wrong or cannot be reached; earlier ones stay in force", load.Failure, data);
    }
}
