using Microsoft.Extensions.Options;

namespace ComplianceRules.Hosting;

/// <summary>Tells what options lack.</summary>
internal sealed class ComplianceRulesOptionsValidation : IValidateOptions<ComplianceRulesOptions>
{
    private static readonly TimeSpan LongestSettleTime = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ComplianceRulesOptions options)
    {
        string[] faults = [.. Faults(options).Select(fault => string.IsNullOrEmpty(name) ? fault : $"`{name}`: {fault}")];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(ComplianceRulesOptions options)
    {
        if (options.Sources.IsEmpty) yield return "there is no source of rule packs: call `AddPacksFromDirectory`, or another method that adds packs";
        if (options.SettleTime <= TimeSpan.Zero || options.SettleTime > LongestSettleTime) yield return $"the settle time is {options.SettleTime}: it must be more than zero and at most a minute";
    }
}
