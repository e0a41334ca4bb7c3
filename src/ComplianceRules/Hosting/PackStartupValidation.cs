using Microsoft.Extensions.Options;

namespace ComplianceRules.Hosting;

/// <summary>Loads packs when the host starts, where their options want that.</summary>
/// <param name="key">The name of the options.</param>
/// <param name="options">The options.</param>
/// <param name="monitor">Loads the packs.</param>
internal sealed class PackStartupValidation(string key, IOptionsMonitor<ComplianceRulesOptions> options, Lazy<RulePackMonitor> monitor) : IValidateOptions<PackStartup>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PackStartup startup)
    {
        if (name != key) return ValidateOptionsResult.Skip;
        try
        {
            if (options.Get(key).IsValidatedOnStart) _ = monitor.Value.Current;
            return ValidateOptionsResult.Success;
        }
        catch (OptionsValidationException)
        {
            // The options are validated when the host starts too, and tell that themselves.
            return ValidateOptionsResult.Skip;
        }
        catch (RulePackLoadException failure)
        {
            return ValidateOptionsResult.Fail(RulePackLoadException.FaultsOf(failure.Load));
        }
    }
}
