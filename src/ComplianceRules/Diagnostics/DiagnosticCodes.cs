namespace ComplianceRules.Diagnostics;

/// <summary>Every diagnostic code there is; the files of this class go by area.</summary>
internal static partial class DiagnosticCodes
{
    private static DiagnosticCode Error(int number) => new(number, DiagnosticSeverity.Error);

    private static DiagnosticCode Warning(int number) => new(number, DiagnosticSeverity.Warning);
}
