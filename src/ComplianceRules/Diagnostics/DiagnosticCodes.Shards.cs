namespace ComplianceRules.Diagnostics;

/// <content>CR4420 to CR4439: parts of assessments that are merged.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>Something else than a part.</summary>
    public static DiagnosticCode PartExpected { get; } = Error(4420);

    /// <summary>A part was cut off or changed.</summary>
    public static DiagnosticCode PartDamaged { get; } = Error(4421);

    /// <summary>A part of another version of the format or of the tool.</summary>
    public static DiagnosticCode PartVersion { get; } = Error(4422);

    /// <summary>Parts of another number of shares.</summary>
    public static DiagnosticCode PartOfOtherCount { get; } = Error(4423);

    /// <summary>Two parts of one share.</summary>
    public static DiagnosticCode PartTwice { get; } = Error(4424);

    /// <summary>A share without a part.</summary>
    public static DiagnosticCode PartMissing { get; } = Error(4425);

    /// <summary>A part that was judged by other packs.</summary>
    public static DiagnosticCode PartOfOtherPacks { get; } = Error(4426);

    /// <summary>A part of another day.</summary>
    public static DiagnosticCode PartOfOtherDay { get; } = Error(4427);

    /// <summary>A part that was judged or read with other options.</summary>
    public static DiagnosticCode PartOfOtherOptions { get; } = Error(4428);

    /// <summary>A part that was judged with another file of waivers.</summary>
    public static DiagnosticCode PartOfOtherWaivers { get; } = Error(4429);

    /// <summary>A part of other data.</summary>
    public static DiagnosticCode PartOfOtherData { get; } = Error(4430);
}
