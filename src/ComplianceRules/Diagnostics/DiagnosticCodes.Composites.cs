namespace ComplianceRules.Diagnostics;

/// <content>CR2400 to CR2419: rules that are composed of others.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A composite is made of a rule that there is not.</summary>
    public static DiagnosticCode PartUnknownRule { get; } = Error(2400);

    /// <summary>A composite is made of a rule that judges neither its rows nor rows below them.</summary>
    public static DiagnosticCode PartNotBelow { get; } = Error(2401);

    /// <summary>A composite is made of another one.</summary>
    public static DiagnosticCode PartIsComposite { get; } = Error(2402);

    /// <summary>A composite is made of an area that has no rule for its rows or rows below them.</summary>
    public static DiagnosticCode PartAreaEmpty { get; } = Error(2403);

    /// <summary>A part of a composite has both rules and an area, or neither.</summary>
    public static DiagnosticCode PartOfWhat { get; } = Error(2404);
}
