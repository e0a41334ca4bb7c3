namespace ComplianceRules.Diagnostics;

/// <content>Packs against each other.</content>
internal static partial class DiagnosticCodes
{
    public static DiagnosticCode ParentMissing { get; } = Error(3001);

    public static DiagnosticCode ParentVersion { get; } = Error(3002);

    public static DiagnosticCode ExtendsItself { get; } = Error(3003);

    public static DiagnosticCode ParentNotInStack { get; } = Error(3004);

    public static DiagnosticCode OrderNeeded { get; } = Error(3005);

    public static DiagnosticCode RuleIdTwice { get; } = Error(3006);

    public static DiagnosticCode LooserValue { get; } = Error(3007);

    public static DiagnosticCode ValueWithoutExtends { get; } = Error(3008);
}
