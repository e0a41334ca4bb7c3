namespace ComplianceRules.Diagnostics;

/// <content>An expression tried without packs, and its facts.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A name that the facts do not have.</summary>
    public static DiagnosticCode TrialUnknownName { get; } = Error(2090);

    /// <summary>The thread's stack is too small for the expression.</summary>
    public static DiagnosticCode TrialStackTooSmall { get; } = Error(2091);

    /// <summary>A line of a batch is too long.</summary>
    public static DiagnosticCode TrialLineTooLong { get; } = Error(2092);

    /// <summary>A line of a batch is no object.</summary>
    public static DiagnosticCode TrialLineNoObject { get; } = Error(2093);

    /// <summary>The id of a line is neither a text nor a number.</summary>
    public static DiagnosticCode TrialIdUnusable { get; } = Error(2094);

    /// <summary>The facts are no object.</summary>
    public static DiagnosticCode TrialFactsNoObject { get; } = Error(4140);

    /// <summary>The name of a fact is none that an expression can use.</summary>
    public static DiagnosticCode TrialNameUnusable { get; } = Error(4141);

    /// <summary>A number is not kept exactly.</summary>
    public static DiagnosticCode TrialNumberNotKept { get; } = Error(4142);

    /// <summary>Values of one name are of different kinds.</summary>
    public static DiagnosticCode TrialKindsDiffer { get; } = Error(4143);

    /// <summary>An object or list stands where none can.</summary>
    public static DiagnosticCode TrialMisplaced { get; } = Error(4144);

    /// <summary>Two rows above have one name.</summary>
    public static DiagnosticCode TrialRowTwice { get; } = Error(4145);

    /// <summary>A list of values is too long.</summary>
    public static DiagnosticCode TrialListTooLong { get; } = Error(4146);

    /// <summary>Rows have too many names.</summary>
    public static DiagnosticCode TrialTooManyFacts { get; } = Error(4147);
}
