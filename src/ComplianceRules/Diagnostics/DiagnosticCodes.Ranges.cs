namespace ComplianceRules.Diagnostics;

/// <summary>The codes of comparisons that the ranges of fields decide.</summary>
internal static partial class DiagnosticCodes
{
    /// <summary>A comparison never holds.</summary>
    public static DiagnosticCode NeverHolds { get; } = Warning(2070);

    /// <summary>A comparison always holds.</summary>
    public static DiagnosticCode AlwaysHolds { get; } = Warning(2071);

    /// <summary>Two comparisons joined by <c>&amp;&amp;</c> never hold together.</summary>
    public static DiagnosticCode NeverTogether { get; } = Warning(2072);

    /// <summary>Of two comparisons joined by <c>||</c> one always holds.</summary>
    public static DiagnosticCode AlwaysEither { get; } = Warning(2073);

    /// <summary>Some items of a list can never be equal.</summary>
    public static DiagnosticCode NeverAmong { get; } = Warning(2074);
}
