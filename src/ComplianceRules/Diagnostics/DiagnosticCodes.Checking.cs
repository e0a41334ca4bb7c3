namespace ComplianceRules.Diagnostics;

/// <content>Rules and parameters against the schema.</content>
internal static partial class DiagnosticCodes
{
    public static DiagnosticCode UnknownSubject { get; } = Error(2101);

    public static DiagnosticCode AppliesToWhat { get; } = Error(2102);

    public static DiagnosticCode AppliesToValue { get; } = Error(2103);

    public static DiagnosticCode UnknownOption { get; } = Error(2104);

    public static DiagnosticCode NoBound { get; } = Error(2105);

    public static DiagnosticCode BoundsTogether { get; } = Error(2106);

    public static DiagnosticCode BoundDoesNotFit { get; } = Error(2107);

    public static DiagnosticCode ToleranceWithoutEquals { get; } = Error(2108);

    public static DiagnosticCode UnknownList { get; } = Error(2109);

    public static DiagnosticCode ShareOfWhat { get; } = Error(2110);

    public static DiagnosticCode UnknownRule { get; } = Error(2111);

    public static DiagnosticCode RuleOfOtherTable { get; } = Error(2112);

    public static DiagnosticCode UnknownInstrument { get; } = Error(2113);

    public static DiagnosticCode ParameterNotIntroduced { get; } = Error(2114);

    public static DiagnosticCode ParameterIntroducedTwice { get; } = Error(2115);

    public static DiagnosticCode ParameterValueDoesNotFit { get; } = Error(2116);

    public static DiagnosticCode UnknownParameterKey { get; } = Error(2117);

    public static DiagnosticCode ParameterKeyField { get; } = Error(2118);

    public static DiagnosticCode ParameterUnit { get; } = Error(2119);

    public static DiagnosticCode ParameterRestated { get; } = Error(2120);

    public static DiagnosticCode ParameterWithoutValue { get; } = Error(2121);

    public static DiagnosticCode AgainstStrictness { get; } = Error(2122);

    public static DiagnosticCode StrictnessDoesNotFit { get; } = Error(2123);
}
