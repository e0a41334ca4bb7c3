namespace ComplianceRules.Diagnostics;

/// <content>CR3300 to CR3319: what is asked of the analyses of packs.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>No pack has the parameter whose values are to be tried.</summary>
    public static DiagnosticCode NoSuchParameter { get; } = Error(3300);

    /// <summary>A parameter that is to be tried has keys, and none is given.</summary>
    public static DiagnosticCode ParameterNeedsKey { get; } = Error(3301);

    /// <summary>A parameter that is to be tried has other keys.</summary>
    public static DiagnosticCode ParameterHasOtherKeys { get; } = Error(3302);

    /// <summary>A parameter that is to be tried has no keys, and one is given.</summary>
    public static DiagnosticCode ParameterHasNoKeys { get; } = Error(3303);

    /// <summary>A parameter that is to be tried has values that no range goes through.</summary>
    public static DiagnosticCode ParameterHasNoRange { get; } = Error(3304);

    /// <summary>An end of a range is not of the parameter's type.</summary>
    public static DiagnosticCode RangeOfOtherType { get; } = Error(3305);

    /// <summary>A range ends before it begins.</summary>
    public static DiagnosticCode RangeIsEmpty { get; } = Error(3306);

    /// <summary>A range has more values than may be tried.</summary>
    public static DiagnosticCode RangeTooLong { get; } = Error(3307);

    /// <summary>The step of a range is no number above zero, or no whole one.</summary>
    public static DiagnosticCode StepDoesNotFit { get; } = Error(3308);

    /// <summary>No rule that is judged reads the parameter.</summary>
    public static DiagnosticCode ParameterNotRead { get; } = Error(3309);

    /// <summary>The rules that are judged mean different parameters by one name.</summary>
    public static DiagnosticCode SeveralParameters { get; } = Error(3310);

    /// <summary>All rules that read the parameter judge persons.</summary>
    public static DiagnosticCode ParameterOfPersons { get; } = Error(3311);

    /// <summary>A value of a range has more digits than a pack can write.</summary>
    public static DiagnosticCode RangeTooFine { get; } = Error(3312);
}
