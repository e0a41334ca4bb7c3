using System.Collections.Frozen;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>The words that findings are written in, and what each says when it is read; they are part of the format and do not follow a renamed enum member.</summary>
internal static class FindingNames
{
    public static FrozenDictionary<string, Verdict> Verdicts { get; } = Words<Verdict>(Of);

    public static FrozenDictionary<string, Severity> Severities { get; } = Words<Severity>(Of);

    public static FrozenDictionary<string, Binding> Bindings { get; } = Words<Binding>(Of);

    public static FrozenDictionary<string, CorrectionKind> CorrectionKinds { get; } = Words<CorrectionKind>(Of);

    public static FrozenDictionary<string, ValueRole> ValueRoles { get; } = Words<ValueRole>(Of);

    public static FrozenDictionary<string, WaiverKind> WaiverKinds { get; } = Words<WaiverKind>(Of);

    public static FrozenDictionary<string, WaiverIssue> WaiverIssues { get; } = Words<WaiverIssue>(Of);

    public static FrozenDictionary<string, Certainty> Certainties { get; } = Words<Certainty>(Of);

    public static FrozenDictionary<string, UnknownReason> UnknownReasons { get; } = Words<UnknownReason>(Of);

    public static FrozenDictionary<string, DiagnosticSeverity> Grades { get; } = Words<DiagnosticSeverity>(Of);

    public static FrozenDictionary<string, InstrumentKind> InstrumentKinds => PackWords.InstrumentKinds;

    public static FrozenDictionary<string, FieldType> FieldTypes => PackWords.FieldTypes;

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Undetermined => "Undetermined",
        Verdict.NotApplicable => "NotApplicable",
        Verdict.Compliant => "Compliant",
        Verdict.NonCompliant => "NonCompliant",
        Verdict.Waived => "Waived",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    public static string Of(CorrectionKind kind) => kind switch
    {
        CorrectionKind.None => "none",
        CorrectionKind.Cheapest => "cheapest",
        CorrectionKind.Sufficient => "sufficient",
        CorrectionKind.Collect => "collect",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(ValueRole role) => role switch
    {
        ValueRole.InForce => "inForce",
        ValueRole.Tightened => "tightened",
        ValueRole.Overtaken => "overtaken",
        ValueRole.Relaxed => "relaxed",
        ValueRole.Replaced => "replaced",
        ValueRole.Restated => "restated",
        ValueRole.Joined => "joined",
        ValueRole.Superseded => "superseded",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Progress => "progress",
        Severity.Advice => "advice",
        Severity.Warning => "warning",
        Severity.Violation => "violation",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    public static string Of(Binding binding) => binding switch
    {
        Binding.Mandatory => "mandatory",
        Binding.Principle => "principle",
        Binding.Encouraged => "encouraged",
        Binding.Target => "target",
        _ => throw new ArgumentOutOfRangeException(nameof(binding), binding, null),
    };

    public static string Of(WaiverKind kind) => kind switch
    {
        WaiverKind.Waiver => "waiver",
        WaiverKind.Reason => "reason",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(WaiverIssue issue) => issue switch
    {
        WaiverIssue.Expired => "expired",
        WaiverIssue.EndsSoon => "endsSoon",
        WaiverIssue.Unused => "unused",
        WaiverIssue.UnknownSubject => "unknownSubject",
        WaiverIssue.Overlapping => "overlapping",
        _ => throw new ArgumentOutOfRangeException(nameof(issue), issue, null),
    };

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Unverified => "unverified",
        Certainty.Mixed => "mixed",
        Certainty.Read => "read",
        _ => throw new ArgumentOutOfRangeException(nameof(certainty), certainty, null),
    };

    public static string Of(UnknownReason reason) => reason switch
    {
        UnknownReason.Absent => "absent",
        UnknownReason.OutOfRange => "outOfRange",
        UnknownReason.WrongType => "wrongType",
        UnknownReason.NotReported => "notReported",
        UnknownReason.NotCovered => "notCovered",
        UnknownReason.NoParent => "noParent",
        UnknownReason.DivisionByZero => "divisionByZero",
        UnknownReason.Overflow => "overflow",
        UnknownReason.NoRows => "noRows",
        UnknownReason.NoParameter => "noParameter",
        UnknownReason.TooMuchWork => "tooMuchWork",
        UnknownReason.NoPrevious => "noPrevious",
        UnknownReason.NoCalendar => "noCalendar",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Of(DiagnosticSeverity grade) => grade switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, null),
    };

    public static string Of(InstrumentKind kind) => InstrumentKinds.First(w => w.Value == kind).Key;

    public static string Of(FieldType type) => FieldTypeWords.Of(type);

    private static FrozenDictionary<string, T> Words<T>(Func<T, string> word)
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(word, StringComparer.Ordinal);
}
