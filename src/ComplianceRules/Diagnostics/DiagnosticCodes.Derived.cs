namespace ComplianceRules.Diagnostics;

/// <content>CR2420 to CR2439, CR1136 and CR1137: derived fields, and facts that may be changed.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A derived field with a cost of change.</summary>
    public static DiagnosticCode DerivedHasNoCost { get; } = Error(1136);

    /// <summary>An amount that moves within a field that there is not, or that is no amount.</summary>
    public static DiagnosticCode MovesWithinWhat { get; } = Error(1137);

    /// <summary>A derived field that is worked out of itself.</summary>
    public static DiagnosticCode DerivedInCircle { get; } = Error(2420);

    /// <summary>A derived field that reads a parameter.</summary>
    public static DiagnosticCode DerivedOfParameter { get; } = Error(2421);

    /// <summary><c>has</c> of a derived field.</summary>
    public static DiagnosticCode HasOfDerived { get; } = Error(2422);

    /// <summary>A derived field that cannot be worked out from where it is read.</summary>
    public static DiagnosticCode DerivedOutOfReach { get; } = Error(2423);

    /// <summary>A derived field that is worked out of too much.</summary>
    public static DiagnosticCode DerivedTooLarge { get; } = Error(2424);
}
