namespace ComplianceRules.RulesEngine;

/// <summary>What a host gives.</summary>
public sealed class RulesEngineHostOptions
{
    /// <summary>Whether findings also tell what is kept or does not apply.</summary>
    public bool IncludeAll { get; set; }
}
