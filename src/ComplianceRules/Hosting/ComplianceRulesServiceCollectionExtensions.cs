using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ComplianceRules.Hosting;

/// <summary>Adds ComplianceRules to the services of an application.</summary>
public static class ComplianceRulesServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IComplianceEvaluator"/> and <see cref="IRulePackMonitor"/>, singletons.</summary>
    /// <remarks>Called again it adds to the same options.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Says which packs to judge by.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddComplianceRules(this IServiceCollection services, Action<ComplianceRulesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        Add(services, Options.DefaultName).Configure(configure);
        services.TryAddSingleton<IComplianceEvaluator>(provider => provider.GetRequiredKeyedService<ComplianceEvaluator>(Options.DefaultName));
        services.TryAddSingleton<IRulePackMonitor>(provider => provider.GetRequiredKeyedService<RulePackMonitor>(Options.DefaultName));
        return services;
    }

    /// <summary>Adds a set of packs of its own under a key, for applications that judge by several.</summary>
    /// <remarks>The evaluator is asked for as <c>[FromKeyedServices("key")] IComplianceEvaluator</c>. Called again with the same key it adds to the same options, which are named like the key.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="key">The key.</param>
    /// <param name="configure">Says which packs to judge by.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddKeyedComplianceRules(this IServiceCollection services, string key, Action<ComplianceRulesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(configure);
        Add(services, key).Configure(configure);
        services.TryAddKeyedSingleton<IComplianceEvaluator>(key, (provider, _) => provider.GetRequiredKeyedService<ComplianceEvaluator>(key));
        services.TryAddKeyedSingleton<IRulePackMonitor>(key, (provider, _) => provider.GetRequiredKeyedService<RulePackMonitor>(key));
        return services;
    }

    private static OptionsBuilder<ComplianceRulesOptions> Add(IServiceCollection services, string name)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ComplianceRulesOptions>, ComplianceRulesOptionsValidation>());
        services.TryAddSingleton(provider => new ComplianceRulesMetrics(provider.GetService<IMeterFactory>()));
        if (!services.Any(s => s.IsKeyedService && s.ServiceType == typeof(RulePackMonitor) && name.Equals(s.ServiceKey)))
        {
            services.AddKeyedSingleton(name, (provider, _) => MonitorOf(provider, name));
            services.AddKeyedSingleton(name, (provider, _) => EvaluatorOf(provider, name));
            services.AddSingleton<IValidateOptions<PackStartup>>(provider => new PackStartupValidation(
                name, provider.GetRequiredService<IOptionsMonitor<ComplianceRulesOptions>>(), new Lazy<RulePackMonitor>(() => provider.GetRequiredKeyedService<RulePackMonitor>(name))));
            services.AddOptions<PackStartup>(name).ValidateOnStart();
        }

        return services.AddOptions<ComplianceRulesOptions>(name).ValidateOnStart();
    }

    private static RulePackMonitor MonitorOf(IServiceProvider provider, string name) => new(
        name,
        provider.GetRequiredService<IOptionsMonitor<ComplianceRulesOptions>>(),
        provider.GetServices<IOptionsChangeTokenSource<ComplianceRulesOptions>>(),
        ClockOf(provider),
        provider.GetService<ILogger<RulePackMonitor>>() ?? NullLogger<RulePackMonitor>.Instance,
        provider.GetRequiredService<ComplianceRulesMetrics>());

    private static ComplianceEvaluator EvaluatorOf(IServiceProvider provider, string name) => new(
        provider.GetRequiredKeyedService<RulePackMonitor>(name),
        new EvaluationJournal(name, ClockOf(provider), provider.GetService<ILogger<EvaluationJournal>>() ?? NullLogger<EvaluationJournal>.Instance, provider.GetRequiredService<ComplianceRulesMetrics>()));

    // The clock tells how long work took and when packs were loaded; no verdict depends on it.
#pragma warning disable RS0030 // only here, for durations and times of loads: the day of assessment stays an argument
    private static TimeProvider ClockOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
#pragma warning restore RS0030
}
