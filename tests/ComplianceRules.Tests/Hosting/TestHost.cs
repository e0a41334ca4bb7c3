using ComplianceRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplianceRules.Tests.Hosting;

/// <summary>An application's services with ComplianceRules among them.</summary>
internal sealed class TestHost : IDisposable
{
    private readonly ServiceProvider _provider;

    public TestHost(Action<ComplianceRulesOptions> configure, Action<IServiceCollection>? more = null)
    {
        ServiceCollection services = new();
        services.AddSingleton<ILoggerFactory>(Log);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddComplianceRules(configure);
        more?.Invoke(services);
        _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public TestLog Log { get; } = new();

    public IServiceProvider Services => _provider;

    public IComplianceEvaluator Evaluator => _provider.GetRequiredService<IComplianceEvaluator>();

    public IRulePackMonitor Monitor => _provider.GetRequiredService<IRulePackMonitor>();

    public void Dispose() => _provider.Dispose();
}
