namespace ComplianceRules.Diagnostics;

/// <content>Rules and parameters against the schema.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>The subject of a rule is no table.</summary>
    public static DiagnosticCode UnknownSubject { get; } = Error(2101);

    /// <summary>A key of appliesTo is no bool or enum field.</summary>
    public static DiagnosticCode AppliesToWhat { get; } = Error(2102);

    /// <summary>A value of appliesTo has another form than its field.</summary>
    public static DiagnosticCode AppliesToValue { get; } = Error(2103);

    /// <summary>A value is none of an enum.</summary>
    public static DiagnosticCode AppliesToOption { get; } = Error(2104);

    /// <summary>A limit has no bound.</summary>
    public static DiagnosticCode NoBound { get; } = Error(2105);

    /// <summary>Two bounds cannot stand together.</summary>
    public static DiagnosticCode BoundsTogether { get; } = Error(2106);

    /// <summary>A bound cannot hold a value of that type.</summary>
    public static DiagnosticCode BoundDoesNotFit { get; } = Error(2107);

    /// <summary>A tolerance stands without an exact number.</summary>
    public static DiagnosticCode ToleranceWithoutEquals { get; } = Error(2108);

    /// <summary>A child list is not there.</summary>
    public static DiagnosticCode UnknownList { get; } = Error(2109);

    /// <summary>A share has neither or both of that and rule.</summary>
    public static DiagnosticCode ShareOfWhat { get; } = Error(2110);

    /// <summary>A rule that a share counts is not there.</summary>
    public static DiagnosticCode UnknownRule { get; } = Error(2111);

    /// <summary>A rule that a share counts judges other rows.</summary>
    public static DiagnosticCode RuleOfOtherTable { get; } = Error(2112);

    /// <summary>An instrument is not declared.</summary>
    public static DiagnosticCode UnknownInstrument { get; } = Error(2113);

    /// <summary>A parameter has values and no introduction.</summary>
    public static DiagnosticCode ParameterNotIntroduced { get; } = Error(2114);

    /// <summary>A parameter is introduced by two packs of a stack.</summary>
    public static DiagnosticCode ParameterIntroducedTwice { get; } = Error(2115);

    /// <summary>A value of a parameter is of another type.</summary>
    public static DiagnosticCode ParameterValueDoesNotFit { get; } = Error(2116);

    /// <summary>A key of a parameter is no value of its field.</summary>
    public static DiagnosticCode UnknownParameterKey { get; } = Error(2117);

    /// <summary>The field that a parameter goes by is no enum.</summary>
    public static DiagnosticCode ParameterKeyField { get; } = Error(2118);

    /// <summary>A child pack changes what its parent settled of a parameter.</summary>
    public static DiagnosticCode ParameterRestated { get; } = Error(2119);

    /// <summary>A rule is in force on a day on which its parameter has no value.</summary>
    public static DiagnosticCode ParameterWithoutValue { get; } = Error(2120);

    /// <summary>A parameter stands under a bound that its strictness contradicts.</summary>
    public static DiagnosticCode AgainstStrictness { get; } = Error(2121);

    /// <summary>A share counts the verdicts of its own rule, over any number of steps.</summary>
    public static DiagnosticCode RuleCountsItself { get; } = Error(2122);
}
