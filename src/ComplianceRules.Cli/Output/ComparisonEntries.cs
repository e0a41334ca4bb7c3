using System.Collections.Immutable;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Output;

/// <summary>The findings of a comparison in words, by what became of them.</summary>
/// <param name="words">In which language.</param>
/// <param name="comparison">What became of each finding.</param>
/// <param name="listsAll">Whether every finding is listed.</param>
internal sealed class ComparisonEntries(Words words, AssessmentComparison comparison, bool listsAll)
{
    private const int Listed = 20;

    private static readonly ImmutableArray<FindingTrend> Shown =
    [
        FindingTrend.New, FindingTrend.Worse, FindingTrend.Fixed, FindingTrend.NoLongerApplies, FindingTrend.Excused, FindingTrend.NoLongerKnown, FindingTrend.Gone, FindingTrend.Unclear,
        FindingTrend.NewlyExcused, FindingTrend.Better,
    ];

    private static readonly ImmutableArray<FindingTrend> Hidden = [FindingTrend.StillOpen, FindingTrend.NewlyUnknown, FindingTrend.Decided];

    private readonly Dictionary<string, string> _titles = comparison.Rules.ToDictionary(r => r.Rule.Id, r => r.Rule.Title.In(words.Language), StringComparer.Ordinal);

    /// <summary>A section for each trend; those without findings are empty.</summary>
    public IEnumerable<ReportSection> All()
    {
        foreach (FindingTrend trend in listsAll ? Shown.AddRange(Hidden) : Shown) yield return Of(trend, [.. comparison.Findings.Where(f => f.Trend == trend).OrderByDescending(f => f.Severity)]);
        string[] hidden = [.. Hidden.Where(t => !listsAll && comparison.Counts[t] > 0).Select(t => words.HeadOfTrend(t, comparison.Counts[t]))];
        if (hidden.Length > 0) yield return new ReportSection(string.Empty) { Lines = [words.HiddenTrends(hidden)] };
    }

    private ReportSection Of(FindingTrend trend, ImmutableArray<ComparedFinding> findings)
    {
        int shown = listsAll ? findings.Length : Math.Min(Listed, findings.Length);
        return new ReportSection(words.HeadOfTrend(trend, findings.Length))
        {
            Lines = [.. findings.Take(shown).Select(LineOf), .. shown < findings.Length ? (string[])[words.MoreChanges(findings.Length - shown)] : []],
        };
    }

    private string LineOf(ComparedFinding finding)
    {
        string row = finding.Subject is { } subject ? SubjectText.Of(subject) : words.AllRowsTogether;
        string[] remarks = [.. RemarksOn(finding)];
        string text = remarks.Length == 0 ? TextOf(finding) : words.WithRemarks(TextOf(finding), remarks);
        return words.ChangedRow(row, _titles.GetValueOrDefault(finding.Rule, finding.Rule), text);
    }

    private string TextOf(ComparedFinding finding)
    {
        (string? old, string? now) = (finding.Before?.Message.In(words.Language), finding.After?.Message.In(words.Language));
        return old is not null && now is not null && old != now ? words.ThenAndNow(old, now) : now ?? old ?? string.Empty;
    }

    private IEnumerable<string> RemarksOn(ComparedFinding finding)
    {
        if (finding is { LimitChanged: true, Before: { } old, After: { } now }) yield return words.LimitMoved(ValueOf(old), ValueOf(now));
        if (finding is { Before: { } was, After: { } sits } && was.Severity != sits.Severity) yield return words.SeverityMoved(words.Of(was.Severity), words.Of(sits.Severity));
        if (finding.Before is null) yield return words.StateThen(finding.StateBefore);
        if (finding.After is null) yield return words.StateNow(finding.StateAfter);
    }

    private static string ValueOf(RecordedFinding finding) => finding.Unit is null ? finding.Limit ?? string.Empty : $"{finding.Limit} {finding.Unit}";
}
