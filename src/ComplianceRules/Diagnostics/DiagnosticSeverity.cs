namespace ComplianceRules.Diagnostics;

/// <summary>How grave a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>What was read cannot be used.</summary>
    Error = 0,

    /// <summary>What was read can be used, but somebody should look.</summary>
    Warning = 1,
}
