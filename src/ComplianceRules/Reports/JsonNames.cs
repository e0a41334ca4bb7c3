using ComplianceRules.Analysis;
using ComplianceRules.Cases;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Reports;

/// <summary>The words that reports use; they are part of the format and do not follow a renamed enum member.</summary>
internal static class JsonNames
{
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

    public static string Of(BoundarySide side) => side switch
    {
        BoundarySide.True => "true",
        BoundarySide.False => "false",
        BoundarySide.Limit => "limit",
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, null),
    };

    public static string Of(ProofOutcome outcome) => outcome switch
    {
        ProofOutcome.CannotTell => "cannotTell",
        ProofOutcome.Equal => "equal",
        ProofOutcome.Stricter => "stricter",
        ProofOutcome.Looser => "looser",
        ProofOutcome.Incomparable => "incomparable",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    public static string Of(PackChangeKind kind) => kind switch
    {
        PackChangeKind.Pack => "pack",
        PackChangeKind.RuleAdded => "ruleAdded",
        PackChangeKind.RuleRemoved => "ruleRemoved",
        PackChangeKind.RuleReplaces => "ruleReplaces",
        PackChangeKind.Value => "value",
        PackChangeKind.Parameter => "parameter",
        PackChangeKind.Applies => "applies",
        PackChangeKind.Condition => "condition",
        PackChangeKind.Binding => "binding",
        PackChangeKind.Days => "days",
        PackChangeKind.Source => "source",
        PackChangeKind.Facts => "facts",
        PackChangeKind.Unit => "unit",
        PackChangeKind.Waiver => "waiver",
        PackChangeKind.Calendar => "calendar",
        PackChangeKind.Texts => "texts",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(ExplainedState state) => state switch
    {
        ExplainedState.Known => "known",
        ExplainedState.Unknown => "unknown",
        ExplainedState.NotNeeded => "notNeeded",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(ExplainedKind kind) => kind switch
    {
        ExplainedKind.All => "all",
        ExplainedKind.Any => "any",
        ExplainedKind.Not => "not",
        ExplainedKind.Choice => "choice",
        ExplainedKind.Fact => "fact",
        ExplainedKind.Parameter => "parameter",
        ExplainedKind.List => "list",
        ExplainedKind.Rule => "rule",
        ExplainedKind.AtLeast => "atLeast",
        ExplainedKind.Composed => "composed",
        ExplainedKind.Other => "other",
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
}
