namespace ComplianceRules.Diagnostics;

/// <content>Packs against each other.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A pack extends one that is not there.</summary>
    public static DiagnosticCode ParentMissing { get; } = Error(3001);

    /// <summary>A pack extends another version of a pack.</summary>
    public static DiagnosticCode ParentVersion { get; } = Error(3002);

    /// <summary>Packs extend each other in a circle.</summary>
    public static DiagnosticCode ExtendsInCircle { get; } = Error(3003);

    /// <summary>A pack extends one that is not further out.</summary>
    public static DiagnosticCode ParentNotInStack { get; } = Error(3004);

    /// <summary>Two packs of one place have no order.</summary>
    public static DiagnosticCode OrderNeeded { get; } = Error(3005);

    /// <summary>A rule id stands twice in a stack.</summary>
    public static DiagnosticCode RuleIdTwice { get; } = Error(3006);

    /// <summary>A child value is looser than its parent.</summary>
    public static DiagnosticCode LooserValue { get; } = Error(3007);

    /// <summary>A pack gives values to a parameter of a pack that it does not extend.</summary>
    public static DiagnosticCode ValueWithoutExtends { get; } = Error(3008);

    /// <summary>A stack has more packs than are allowed.</summary>
    public static DiagnosticCode StackTooHigh { get; } = Error(3009);

    /// <summary>Packs extend each other over more levels than are allowed.</summary>
    public static DiagnosticCode ExtendsTooDeep { get; } = Error(3010);

    /// <summary>A rule takes the place of one that no pack further out has.</summary>
    public static DiagnosticCode UnknownOverridden { get; } = Error(3011);

    /// <summary>A rule takes the place of one of a pack that its own does not extend.</summary>
    public static DiagnosticCode OverridesWithoutExtends { get; } = Error(3012);

    /// <summary>A rule takes the place of one of another subject or area.</summary>
    public static DiagnosticCode OverridesOther { get; } = Error(3013);

    /// <summary>Two rules of one pack take the same place on the same day.</summary>
    public static DiagnosticCode OverriddenTwice { get; } = Error(3014);

    /// <summary>A relaxation where there is nothing further out.</summary>
    public static DiagnosticCode NothingToRelax { get; } = Error(3015);

    /// <summary>A value that a pack further out overtakes.</summary>
    public static DiagnosticCode ValueOvertaken { get; } = Warning(3016);

    /// <summary>A former code that two packs give to different places.</summary>
    public static DiagnosticCode FormerCodeTwice { get; } = Error(3017);

    /// <summary>A former code that is the region of a pack.</summary>
    public static DiagnosticCode FormerCodeInUse { get; } = Error(3018);

    /// <summary>A former code whose successor leads back to it.</summary>
    public static DiagnosticCode FormerCodeInCircle { get; } = Error(3019);
}
