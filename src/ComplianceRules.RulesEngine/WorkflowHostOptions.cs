using ComplianceRules.Findings;

namespace ComplianceRules.RulesEngine;

/// <summary>How workflows of an application are run, and what their findings say beyond what a workflow tells.</summary>
public sealed class WorkflowHostOptions
{
    /// <summary>How grave a breach is; a workflow names no law, so that by default it is a warning.</summary>
    public Severity Severity { get; set; } = Severity.Warning;

    /// <summary>Types that expressions may name.</summary>
    public IReadOnlyList<Type> CustomTypes { get; set; } = [];

    /// <summary>Whether names in expressions must have the case of letters that properties have.</summary>
    public bool IsCaseSensitive { get; set; }
}
