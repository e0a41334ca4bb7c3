using ComplianceRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ComplianceRules.RulesEngine;

/// <summary>Adds hosts on RulesEngine to the services of an application.</summary>
public static class RulesEngineServiceCollectionExtensions
{
    /// <summary>Adds <see cref="RulesEngineHost"/>, a singleton that judges by the packs that <c>AddComplianceRules</c> keeps in force.</summary>
    /// <remarks>Called again it adds nothing.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Says what to give; null for what is broken and what is not decided.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRulesEngineHost(this IServiceCollection services, Action<RulesEngineHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        RulesEngineHostOptions options = new();
        configure?.Invoke(options);
        services.TryAddSingleton(provider => new RulesEngineHost(provider.GetRequiredService<IRulePackMonitor>(), options));
        return services;
    }

    /// <summary>Adds <see cref="WorkflowHost"/>, a singleton that runs the application's own workflows; one list holds them all.</summary>
    /// <param name="services">The services.</param>
    /// <param name="json">One workflow, or a list of them.</param>
    /// <param name="configure">Says how to run them; null for the usual.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentException">The workflows cannot be run.</exception>
    /// <exception cref="InvalidOperationException">Workflows were added already: a second list would be heard by nobody.</exception>
    public static IServiceCollection AddWorkflowHost(this IServiceCollection services, string json, Action<WorkflowHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        WorkflowHostOptions options = new();
        configure?.Invoke(options);
        WorkflowHost host = new(json, options);
        if (services.Any(s => s.ServiceType == typeof(WorkflowHost))) throw new InvalidOperationException("workflows were added already: give all of them as one list");
        services.AddSingleton(host);
        return services;
    }
}
