using ComplianceRules.Cli.Usage;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Commands;

/// <summary>The values of <c>--fail-on</c>.</summary>
internal static class SeverityNames
{
    private const string Default = "warning";

    private static readonly Dictionary<string, Severity?> Severities = new(StringComparer.Ordinal)
    {
        ["violation"] = Severity.Violation,
        [Default] = Severity.Warning,
        ["advice"] = Severity.Advice,
        ["progress"] = Severity.Progress,
        ["never"] = null,
    };

    /// <summary>The least severity that counts; null where none does.</summary>
    public static Severity? Read(OptionReader options, ValueOption option) => Severities[options.Choice(option, Default, Severities.Keys)];
}
