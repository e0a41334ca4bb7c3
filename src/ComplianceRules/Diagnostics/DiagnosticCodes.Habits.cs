namespace ComplianceRules.Diagnostics;

/// <summary>The codes of what CEL or another language would write in an expression, and of brackets without their other half.</summary>
internal static partial class DiagnosticCodes
{
    /// <summary>A bracket is not closed.</summary>
    public static DiagnosticCode UnclosedBracket { get; } = Error(2050);

    /// <summary>A condition has no second value.</summary>
    public static DiagnosticCode NoElse { get; } = Error(2051);

    /// <summary>One item of a list or map is taken by its place.</summary>
    public static DiagnosticCode NoIndex { get; } = Error(2052);

    /// <summary>A map stands as a value.</summary>
    public static DiagnosticCode NoMaps { get; } = Error(2053);

    /// <summary>An object is made from a type.</summary>
    public static DiagnosticCode NoMessages { get; } = Error(2054);

    /// <summary>A text has the mark of bytes.</summary>
    public static DiagnosticCode NoBytes { get; } = Error(2055);

    /// <summary>A number has the mark of unsigned ones.</summary>
    public static DiagnosticCode NoUnsigned { get; } = Error(2056);

    /// <summary>A sign asks whether there is a value.</summary>
    public static DiagnosticCode NoOptional { get; } = Error(2057);

    /// <summary>A name has a dot before it.</summary>
    public static DiagnosticCode NoLeadingDot { get; } = Error(2058);

    /// <summary>A name stands in backticks.</summary>
    public static DiagnosticCode QuotedName { get; } = Error(2059);

    /// <summary>Two comparisons hang together.</summary>
    public static DiagnosticCode ChainedComparison { get; } = Error(2060);

    /// <summary>A number has a per cent sign.</summary>
    public static DiagnosticCode PercentSign { get; } = Error(2061);

    /// <summary>A power is asked for.</summary>
    public static DiagnosticCode NoPower { get; } = Error(2062);

    /// <summary>Texts are joined.</summary>
    public static DiagnosticCode NoTextJoin { get; } = Error(2063);

    /// <summary>A text is held against a pattern.</summary>
    public static DiagnosticCode NoPattern { get; } = Error(2064);

    /// <summary>A number is rounded.</summary>
    public static DiagnosticCode NoRounding { get; } = Error(2065);

    /// <summary>A value is turned into another type.</summary>
    public static DiagnosticCode NoConversion { get; } = Error(2066);

    /// <summary>A number is malformed or too large, where numbers are as wide as those of CEL.</summary>
    public static DiagnosticCode NumberTooWide { get; } = Error(2067);
}
