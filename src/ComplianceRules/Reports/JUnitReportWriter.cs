using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes an assessment as JUnit XML, as build servers read it: a suite for each rule that judged a row, a case for each finding.</summary>
/// <remarks>
/// A breach is a failure whose type is its severity. An undetermined row is an error: it must not look like a pass, and skipped cases do. A waived breach is skipped with the reason,
/// what is not applicable too. Where compliant rows are not listed, one case that passed says how many there are. The counts of a suite are those of its cases; how many rows have
/// which verdict stands in its properties. Rows of personal tables are never listed, whatever the assessment holds; cases count them. UTF-8 without a byte order mark; lines end with
/// a line feed; no times and no hosts. May be shared between threads.
/// </remarks>
/// <param name="options">The language.</param>
public sealed class JUnitReportWriter(ReportOptions options) : IReportWriter
{
    private static readonly JUnitOutcome[] Outcomes = [JUnitOutcome.Error, JUnitOutcome.Skipped, JUnitOutcome.Passed, JUnitOutcome.Failure, JUnitOutcome.Skipped];

    /// <inheritdoc/>
    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        JUnitSuite[] suites = [.. SuitesOf(assessment)];
        FindingLines lines = new(assessment.Schema, options.Language);
        using JUnitXml xml = new(output, "compliance-rules", suites.Aggregate(default(JUnitCounts), (sum, suite) => sum.Plus(suite.Counts)));
        foreach (JUnitSuite suite in suites)
        {
            xml.BeginSuite(suite.Rule, suite.Counts, Properties(assessment, suite));
            foreach (int place in suite.Findings) xml.Write(CaseOf(assessment.Findings[place], suite, lines));
            foreach (PersonalCount count in suite.Persons) xml.Write(CaseOf(count, lines));
            if (suite.Unlisted is { } compliant) xml.Write(new JUnitCase(JUnitCase.ClassOf(suite.Rule), lines.Say("machine.compliant", compliant), JUnitOutcome.Passed));
            xml.EndSuite();
        }
    }

    private static IEnumerable<JUnitSuite> SuitesOf(Assessment assessment)
    {
        Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
        Dictionary<string, JUnitCounts> counts = new(StringComparer.Ordinal);
        HashSet<string> listed = new(StringComparer.Ordinal);
        int place = -1;
        foreach (FindingOutline outline in assessment.Findings.Outlines())
        {
            place++;
            if (outline.Table is { } table && assessment.Schema.IsPersonal(table)) continue;
            Hear(outline.Rule, outline.Verdict);
            if (!places.TryGetValue(outline.Rule, out List<int>? own)) places.Add(outline.Rule, own = []);
            own.Add(place);
        }

        foreach (PersonalCount count in assessment.PersonalCounts) Hear(count.Rule, count.Verdict);
        ILookup<string, PersonalCount> persons = assessment.PersonalCounts.ToLookup(c => c.Rule, StringComparer.Ordinal);
        foreach (IGrouping<string, RuleSummary> rule in assessment.Rules.GroupBy(r => r.Rule, StringComparer.Ordinal))
        {
            ShownCounts shown = rule.Aggregate(ShownCounts.None, (sum, one) => sum.Plus(one.Shown));
            if (shown == ShownCounts.None) continue;
            bool isOpen = shown.Compliant.Least > 0 && !listed.Contains(rule.Key);
            JUnitCounts own = counts.GetValueOrDefault(rule.Key);
            yield return new JUnitSuite([.. rule], shown, isOpen ? own.With(JUnitOutcome.Passed) : own)
            {
                Findings = places.GetValueOrDefault(rule.Key) ?? [],
                Persons = persons[rule.Key],
                Unlisted = isOpen ? shown.Compliant : null,
            };
        }

        void Hear(string rule, Verdict verdict)
        {
            counts[rule] = counts.GetValueOrDefault(rule).With(Outcomes[(int)verdict]);
            if (verdict == Verdict.Compliant) listed.Add(rule);
        }
    }

    private (string Name, string Value)[] Properties(Assessment assessment, JUnitSuite suite)
    {
        RuleSummary rule = suite.Rules[0];
        ShownCounts rows = suite.Shown;
        return
        [
            ("asOf", assessment.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("title", rule.Title.In(options.Language)),
            ("packs", string.Join(' ', suite.Rules.Select(r => r.Pack))),
            ("area", rule.Area),
            .. AreaTitle(assessment, rule.Area),
            ("subject", rule.Subject),
            ("binding", FindingNames.Of(rule.Binding)),
            ("severity", FindingNames.Of(rule.Severity)),
            ("compliant", rows.Compliant.ToString()),
            ("nonCompliant", rows.NonCompliant.ToString()),
            ("undetermined", rows.Undetermined.ToString()),
            ("notApplicable", rows.NotApplicable.ToString()),
            ("waived", rows.Waived.ToString()),
        ];
    }

    private (string Name, string Value)[] AreaTitle(Assessment assessment, string area) =>
        assessment.Areas.TryGetValue(area, out LocalText? title) ? [("areaTitle", title.In(options.Language))] : [];

    private JUnitCase CaseOf(Finding finding, JUnitSuite suite, FindingLines lines)
    {
        string subject = suite.Rules[0].Subject;
        JUnitOutcome outcome = Outcomes[(int)finding.Verdict];
        JUnitCase @case = new(JUnitCase.ClassOf(finding.Rule), lines.Whom(finding, subject), outcome);
        if (outcome == JUnitOutcome.Passed) return @case;
        string message = finding.Message.In(options.Language);
        string details = string.Join('\n', lines.Of(finding, subject).Prepend(message));
        return finding.Verdict switch
        {
            Verdict.NotApplicable => @case with { Message = lines.Say("machine.notApplicable") },
            Verdict.Waived => @case with { Message = lines.Excuse(finding), Details = details },
            _ => @case with { Type = TypeOf(finding.Verdict, finding.Severity), Message = message, Details = details },
        };
    }

    private static JUnitCase CaseOf(PersonalCount count, FindingLines lines)
    {
        string text = lines.Persons(count);
        return new JUnitCase(JUnitCase.ClassOf(count.Rule), text, Outcomes[(int)count.Verdict]) { Type = TypeOf(count.Verdict, count.Severity), Message = text };
    }

    private static string TypeOf(Verdict verdict, Severity severity) => verdict == Verdict.Undetermined ? "undetermined" : FindingNames.Of(severity);
}
