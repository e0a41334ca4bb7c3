namespace ComplianceRules.Diagnostics;

/// <content>CR1250 to CR1279: reading waivers; CR3100 to CR3129: waivers against rules and stacks; CR4300 to CR4319: waivers in files apart.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A waiver has both of two keys, or neither.</summary>
    public static DiagnosticCode WaiverNamesOne { get; } = Error(1250);

    /// <summary>The subject of a waiver is not a table, a colon and an id.</summary>
    public static DiagnosticCode MalformedWaiverSubject { get; } = Error(1251);

    /// <summary>A waiver is of a rule that there is not.</summary>
    public static DiagnosticCode WaiverOfUnknownRule { get; } = Error(3100);

    /// <summary>A waiver is of an area that no rule is of.</summary>
    public static DiagnosticCode WaiverOfUnknownArea { get; } = Error(3101);

    /// <summary>A waiver of a rule of a pack further out does not say on what it stands.</summary>
    public static DiagnosticCode WaiverNeedsInstrument { get; } = Error(3102);

    /// <summary>A recorded reason is given for a rule that does not allow for reasons.</summary>
    public static DiagnosticCode ReasonOfBindingRule { get; } = Error(3103);

    /// <summary>A waiver is for a region that its pack does not reach.</summary>
    public static DiagnosticCode WaiverOutsideRegion { get; } = Error(3104);

    /// <summary>A waiver is for a row of a table that there is not.</summary>
    public static DiagnosticCode WaiverOfUnknownTable { get; } = Error(3105);

    /// <summary>A waiver is for a row that the rule judges neither itself nor below.</summary>
    public static DiagnosticCode WaiverAboveSubject { get; } = Error(3106);

    /// <summary>A waiver in a file apart is of a rule id that several packs have.</summary>
    public static DiagnosticCode WaiverOfSeveralRules { get; } = Error(4300);
}
