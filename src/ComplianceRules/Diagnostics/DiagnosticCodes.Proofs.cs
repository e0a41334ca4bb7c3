namespace ComplianceRules.Diagnostics;

/// <content>Rules of packs further out against what packs further in make of them.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>The values of a pack loosen a rule further out.</summary>
    public static DiagnosticCode LoosenedByValues { get; } = Error(3201);

    /// <summary>The values of a pack make a rule further out refuse some rows and let others go.</summary>
    public static DiagnosticCode IncomparableByValues { get; } = Error(3202);

    /// <summary>Whether the values of a pack loosen a rule further out cannot be told.</summary>
    public static DiagnosticCode UncertainByValues { get; } = Error(3203);

    /// <summary>A rule that takes the place of another is looser.</summary>
    public static DiagnosticCode ReplacementLooser { get; } = Error(3204);

    /// <summary>A rule that takes the place of another refuses some rows and lets others go.</summary>
    public static DiagnosticCode ReplacementIncomparable { get; } = Error(3205);

    /// <summary>Whether a rule that takes the place of another is looser cannot be told.</summary>
    public static DiagnosticCode ReplacementUncertain { get; } = Error(3206);

    /// <summary>A rule that takes the place of another binds less.</summary>
    public static DiagnosticCode ReplacementBindsLess { get; } = Error(3207);

    /// <summary>A breach of a rule that takes the place of another weighs less for a time.</summary>
    public static DiagnosticCode ReplacementWeighsLess { get; } = Error(3208);

    /// <summary>A breach of a composed rule weighs less by what takes the place of its parts.</summary>
    public static DiagnosticCode PartWeighsLess { get; } = Error(3209);

    /// <summary>A rule can never apply.</summary>
    public static DiagnosticCode NeverApplies { get; } = Warning(3210);

    /// <summary>A rule can never be broken.</summary>
    public static DiagnosticCode NeverFails { get; } = Warning(3211);

    /// <summary>Two rules apply to rows that can keep only one of them.</summary>
    public static DiagnosticCode RulesContradict { get; } = Warning(3212);

    /// <summary>Two rules refuse the same rows.</summary>
    public static DiagnosticCode RuleRepeated { get; } = Warning(3213);

    /// <summary>All that a rule refuses is refused by another.</summary>
    public static DiagnosticCode RuleCovered { get; } = Warning(3214);

    /// <summary>The rules of an area leave out a grade or a stage between others.</summary>
    public static DiagnosticCode GradeLeftOut { get; } = Warning(3215);

    /// <summary>A comparison always holds under the values in force.</summary>
    public static DiagnosticCode AlwaysByValues { get; } = Warning(3216);

    /// <summary>A comparison never holds under the values in force.</summary>
    public static DiagnosticCode NeverByValues { get; } = Warning(3217);

    /// <summary>Of a pack with very many rules not all pairs were compared.</summary>
    public static DiagnosticCode PairsLeftOut { get; } = Warning(3218);

    /// <summary>A rule with very many changes was looked at on its last spans of days only.</summary>
    public static DiagnosticCode SpansLeftOut { get; } = Warning(3219);
}
