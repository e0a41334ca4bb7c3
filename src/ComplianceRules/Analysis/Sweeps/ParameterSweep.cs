using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>How many rows keep which rules for every value of a parameter.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Key">The key whose value was tried; null where the parameter has no keys.</param>
/// <param name="AsOf">The day of assessment.</param>
/// <param name="Values">The values tried, ascending.</param>
/// <param name="Rules">The rules that read the parameter or count one that does, in ordinal order of the ids that findings know them by.</param>
public sealed record ParameterSweep(string Parameter, string? Key, DateOnly AsOf, ImmutableArray<FindingValue> Values, ImmutableArray<SweptRule> Rules)
{
    /// <summary>The unit of numbers; null for other values.</summary>
    public string? Unit { get; init; }

    /// <summary>The full ids of the rules that were left out because they judge persons.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];
}
