namespace ComplianceRules.Diagnostics;

/// <content>Rules that an export to another engine leaves out.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>The rule judges persons.</summary>
    public static DiagnosticCode ExportOfPersons { get; } = Warning(5050);

    /// <summary>The rule asks for verdicts of other rules.</summary>
    public static DiagnosticCode ExportOfVerdicts { get; } = Warning(5051);

    /// <summary>Breaches of the rule are excused by a waiver.</summary>
    public static DiagnosticCode ExportWaived { get; } = Warning(5052);

    /// <summary>The rule asks for something that the other engine does not have.</summary>
    public static DiagnosticCode ExportFunction { get; } = Warning(5053);

    /// <summary>The rule reads a value that depends on the season of a date.</summary>
    public static DiagnosticCode ExportSeason { get; } = Warning(5054);

    /// <summary>What the rule computes may need more digits than a decimal keeps.</summary>
    public static DiagnosticCode ExportInexact { get; } = Warning(5055);

    /// <summary>A name means something else to the other engine.</summary>
    public static DiagnosticCode ExportName { get; } = Warning(5056);

    /// <summary>The conditions of the rule would be too long.</summary>
    public static DiagnosticCode ExportTooLong { get; } = Warning(5057);

    /// <summary>The rule has an expression of a form that is not written.</summary>
    public static DiagnosticCode ExportShape { get; } = Warning(5058);
}
