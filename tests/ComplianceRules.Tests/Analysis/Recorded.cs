using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Analysis;

/// <summary>Small assessments as they were recorded: one rule over classes unless a test says otherwise.</summary>
internal static class Recorded
{
    public const string Rule = "t/size";

    public static RecordedAssessment Of(params RecordedFinding[] findings) => new()
    {
        AsOf = new DateOnly(2026, 9, 1),
        Packs = [new PackIdentity("t", "1.0.0", RegionCode.Parse("370322"), "00")],
        NotInForce = [],
        Rules = [RuleOf(Rule)],
        Findings = [.. findings],
        Rows = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("class", ShownCount.Exactly(9))]),
    };

    /// <summary>The same, and which classes and schools there are.</summary>
    public static RecordedAssessment With(this RecordedAssessment assessment, params string[] classes) => assessment with
    {
        Subjects = ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                KeyValuePair.Create("class", classes.ToFrozenSet(StringComparer.Ordinal)),
                KeyValuePair.Create("school", classes.Select(c => c.Split('/')[0]).ToFrozenSet(StringComparer.Ordinal)),
            ]),
    };

    public static RecordedAssessment LaterThan(this RecordedAssessment assessment, RecordedAssessment earlier) => assessment with { AsOf = earlier.AsOf.AddMonths(5) };

    public static RecordedRule RuleOf(string id, int compliant = 5, int notApplicable = 1) =>
        new(id, new ShownCounts(ShownCount.Exactly(compliant), ShownCount.Exactly(2), default, ShownCount.Exactly(notApplicable), default))
        {
            Title = new LocalText("班额", "Class size"),
            Area = "class-size",
            Subject = "class",
            Severity = Severity.Violation,
        };

    public static RecordedFinding Finding(string id, Verdict verdict = Verdict.NonCompliant, decimal? margin = null, string rule = Rule, string region = "370322") => new()
    {
        Rule = rule,
        Pack = "t",
        Subject = new Subject("class", id, null),
        Place = new FindingPlace(new Subject("school", id.Split('/')[0], null), RegionCode.Parse(region), null),
        Verdict = verdict,
        Severity = Severity.Violation,
        Observed = margin is { } room ? RecordedText(45 - room) : null,
        Limit = margin is null ? null : "45",
        Margin = margin,
        Unit = margin is null ? null : "pupil",
        Message = new LocalText("超额", "too many"),
    };

    /// <summary>A finding for all rows of the rule.</summary>
    public static RecordedFinding Lacking() => Finding("-", Verdict.Undetermined) with { Subject = null, Place = null, Rows = ShownCount.Exactly(9) };

    private static string RecordedText(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
