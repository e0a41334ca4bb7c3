using ComplianceRules.Analysis;
using ComplianceRules.Cases;
using ComplianceRules.Engine;
using ComplianceRules.Proofs;

namespace ComplianceRules.Reports;

/// <summary>The words that reports use beside those of findings; they are part of the format and do not follow a renamed enum member.</summary>
internal static class JsonNames
{
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
}
