using ComplianceRules.Engine;

namespace ComplianceRules.Analysis;

/// <summary>Which values of which parameter are tried.</summary>
/// <remarks>Immutable. Values are written as packs write them: decimals in the parameter's unit, <c>yyyy-MM-dd</c>, <c>HH:mm</c>.</remarks>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="From">The first value.</param>
/// <param name="To">The last value, included where the steps reach it.</param>
public sealed record WhatIfRequest(string Parameter, string From, string To)
{
    /// <summary>The key of a keyed parameter whose value is tried; null where the parameter has no keys.</summary>
    public string? Key { get; init; }

    /// <summary>From one value to the next: a decimal in the parameter's unit, or a whole number of minutes or days; null for 1.</summary>
    public string? Step { get; init; }

    /// <summary>What to judge; <see cref="RunOptions.Rules"/> and <see cref="RunOptions.Areas"/> choose among the rules that read the parameter.</summary>
    /// <remarks>Rules that judge persons are left out unless <see cref="RunOptions.IncludePersonal"/> is set: counts of neighbouring values tell what single persons have.</remarks>
    public RunOptions Run { get; init; } = new();
}
