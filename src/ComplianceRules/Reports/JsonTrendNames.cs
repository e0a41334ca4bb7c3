using ComplianceRules.Analysis;

namespace ComplianceRules.Reports;

/// <summary>The words of comparisons; they are part of the format and do not follow a renamed enum member.</summary>
internal static class JsonTrendNames
{
    public static string Of(FindingTrend trend) => trend switch
    {
        FindingTrend.New => "new",
        FindingTrend.Worse => "worse",
        FindingTrend.Better => "better",
        FindingTrend.StillOpen => "stillOpen",
        FindingTrend.Fixed => "fixed",
        FindingTrend.NoLongerApplies => "noLongerApplies",
        FindingTrend.Excused => "excused",
        FindingTrend.NoLongerKnown => "noLongerKnown",
        FindingTrend.Gone => "gone",
        FindingTrend.Unclear => "unclear",
        FindingTrend.NewlyUnknown => "newlyUnknown",
        FindingTrend.NewlyExcused => "newlyExcused",
        FindingTrend.Decided => "decided",
        FindingTrend.StillUnknown => "stillUnknown",
        _ => throw new ArgumentOutOfRangeException(nameof(trend), trend, null),
    };

    public static string Of(RecordedState state) => state switch
    {
        RecordedState.NotTold => "notTold",
        RecordedState.NonCompliant => "nonCompliant",
        RecordedState.Waived => "waived",
        RecordedState.Undetermined => "undetermined",
        RecordedState.Compliant => "compliant",
        RecordedState.NotApplicable => "notApplicable",
        RecordedState.KeptOrNotConcerned => "keptOrNotConcerned",
        RecordedState.RowAbsent => "rowAbsent",
        RecordedState.RuleNotInForce => "ruleNotInForce",
        RecordedState.RuleAbsent => "ruleAbsent",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(ComparisonCaution caution) => caution switch
    {
        ComparisonCaution.Backwards => "backwards",
        ComparisonCaution.NoSharedRules => "noSharedRules",
        ComparisonCaution.NoSharedSchools => "noSharedSchools",
        ComparisonCaution.DifferentRegions => "differentRegions",
        ComparisonCaution.DifferentRules => "differentRules",
        ComparisonCaution.BeforeHidesRows => "beforeHidesRows",
        ComparisonCaution.AfterHidesRows => "afterHidesRows",
        _ => throw new ArgumentOutOfRangeException(nameof(caution), caution, null),
    };
}
