namespace ComplianceRules.Diagnostics;

/// <content>Trouble in data that only text tables can have (4050-4099).</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A column that no field takes; where there is no mapping.</summary>
    public static DiagnosticCode UnknownColumn { get; } = Warning(4050);
}
