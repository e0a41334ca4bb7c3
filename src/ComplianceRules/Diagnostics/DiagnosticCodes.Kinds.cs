namespace ComplianceRules.Diagnostics;

/// <content>The kinds of rules that are made of several parts.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A band does not begin above the one before it.</summary>
    public static DiagnosticCode BandsNotAscending { get; } = Error(2300);

    /// <summary>A band does not begin above the one before it on a day on which its parameters have certain values.</summary>
    public static DiagnosticCode BandsNotAscendingOn { get; } = Error(2301);

    /// <summary>The band that complies is none of the rule's.</summary>
    public static DiagnosticCode UnknownBand { get; } = Error(2302);

    /// <summary>A list of items, steps or bands is empty.</summary>
    public static DiagnosticCode NoParts { get; } = Error(2303);

    /// <summary>More items have to hold than there are, or none.</summary>
    public static DiagnosticCode KBeyondItems { get; } = Error(2304);

    /// <summary>A floor is no share of a limit.</summary>
    public static DiagnosticCode FloorBeyondLimit { get; } = Error(2305);

    /// <summary>An item has no lower limit of which a floor could be a part.</summary>
    public static DiagnosticCode FloorWithoutMin { get; } = Error(2306);

    /// <summary>An item has neither or both of limit and require.</summary>
    public static DiagnosticCode ItemOfWhat { get; } = Error(2307);

    /// <summary>A spread is weighted.</summary>
    public static DiagnosticCode WeightOfSpread { get; } = Error(2308);

    /// <summary>A step has neither one day nor a first and a last one.</summary>
    public static DiagnosticCode StepWithoutDays { get; } = Error(2309);

    /// <summary>A step comes after one that does not stand before it.</summary>
    public static DiagnosticCode UnknownStep { get; } = Error(2310);

    /// <summary>Something is said of the step before where none is named.</summary>
    public static DiagnosticCode StepWithoutAfter { get; } = Error(2311);

    /// <summary>A step of one day is said to last.</summary>
    public static DiagnosticCode LastsOneDay { get; } = Error(2312);

    /// <summary>A wait says how its ends count.</summary>
    public static DiagnosticCode CountingOfWait { get; } = Error(2313);

    /// <summary>Figures that are no numbers have a tolerance.</summary>
    public static DiagnosticCode ToleranceOfNoNumber { get; } = Error(2314);

    /// <summary>A tolerance below 0.</summary>
    public static DiagnosticCode NegativeTolerance { get; } = Error(2315);
}
