using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ComplianceRules.NRules;

/// <summary>Adds NRules beside ComplianceRules to the services of an application.</summary>
public static class NRulesServiceCollectionExtensions
{
    /// <summary>Adds <see cref="NRulesEvaluator"/>, a singleton, which judges by the packs of <c>AddComplianceRules</c>.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddNRulesEvaluator(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<NRulesEvaluator>();
        return services;
    }

    /// <summary>Adds the rule classes of an assembly, whose findings <see cref="NRulesEvaluator"/> adds to its own.</summary>
    /// <remarks>Called again it adds more; two rules of one full id are refused when the evaluator is first asked for.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="assembly">The assembly with the rule classes; found by reflection.</param>
    /// <param name="rules">What the findings are findings of.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentException">The assembly has no rule class, or two of the rules have one id.</exception>
    public static IServiceCollection AddNRulesContribution(this IServiceCollection services, Assembly assembly, params IEnumerable<ContributedRule> rules)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(NRulesContribution.Of(assembly, rules));
        return services.AddNRulesEvaluator();
    }
}
