using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes what became of cases as JUnit XML: a suite for each pack, a case for each rule that a case of the pack expects something of.</summary>
/// <remarks>
/// What did not come out as expected is a failure. What the cases of a pack show of each of its rules is one case more, which fails where a boundary or a verdict is left open: then
/// <c>test</c> fails too. UTF-8 without a byte order mark; lines end with a line feed; no times and no hosts. May be shared between threads.
/// </remarks>
public static class JUnitTestWriter
{
    /// <summary>Writes a report; the stream stays open.</summary>
    /// <param name="report">What is written.</param>
    /// <param name="language">The language of the texts.</param>
    /// <param name="output">Where to.</param>
    public static void Write(CaseReport report, TextLanguage language, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        (string Pack, JUnitCase[] Cases, JUnitCounts Counts)[] suites = [.. Suites(report, language).Select(s => (s.Pack, s.Cases, s.Cases.Aggregate(default(JUnitCounts), (sum, one) => sum.With(one.Outcome))))];
        using JUnitXml xml = new(output, "compliance-rules test", suites.Aggregate(default(JUnitCounts), (sum, suite) => sum.Plus(suite.Counts)));
        foreach ((string pack, JUnitCase[] cases, JUnitCounts counts) in suites)
        {
            xml.BeginSuite(pack, counts, []);
            foreach (JUnitCase @case in cases) xml.Write(@case);
            xml.EndSuite();
        }
    }

    private static IEnumerable<(string Pack, JUnitCase[] Cases)> Suites(CaseReport report, TextLanguage language)
    {
        ILookup<string, CaseResult> results = report.Results.ToLookup(r => r.Pack, StringComparer.Ordinal);
        ILookup<string, RuleCoverage> rules = report.Coverage.Rules.ToLookup(r => r.Pack, StringComparer.Ordinal);
        foreach (string pack in report.Results.Select(r => r.Pack).Concat(report.Coverage.Rules.Select(r => r.Pack)).Distinct(StringComparer.Ordinal))
            yield return (pack, [.. results[pack].SelectMany(r => CasesOf(r, language)), .. rules[pack].Select(r => CaseOf(r, language))]);
    }

    private static IEnumerable<JUnitCase> CasesOf(CaseResult result, TextLanguage language) => result.Checks.Select(check =>
    {
        string rule = check.Rule.Contains('/', StringComparison.Ordinal) ? check.Rule : $"{result.Pack}/{check.Rule}";
        string name = check.Subject is { } row ? $"{result.Case} ({row})" : result.Case;
        if (check.Failures.IsEmpty) return new JUnitCase(JUnitCase.ClassOf(rule), name, JUnitOutcome.Passed);
        string[] failures = [.. check.Failures.Select(f => f.In(language))];
        return Failed(rule, name, "unexpected", failures[0], [result.Place.ToString(), .. failures]);
    });

    private static JUnitCase CaseOf(RuleCoverage rule, TextLanguage language)
    {
        string name = Say("machine.coverage");
        if (rule.IsComplete) return new JUnitCase(JUnitCase.ClassOf(rule.Rule), name, JUnitOutcome.Passed);
        IEnumerable<string> lacks = rule.Boundaries.Where(b => !b.IsCovered).Select(b => Say("machine.coverage.open", Boundary(b), string.Join(Say("machine.list"), b.Missing.Select(s => Say($"machine.side.{s}")))));
        if (!rule.MissingVerdicts.IsEmpty) lacks = lacks.Append(Say("machine.coverage.verdicts", string.Join(Say("machine.list"), rule.MissingVerdicts.Select(FindingNames.Of))));
        return Failed(rule.Rule, name, "coverage", Say("machine.coverage.lacks"), [rule.Place.ToString(), .. lacks]);

        string Say(string key, params ReadOnlySpan<object?> arguments) => ReportTexts.Say(language, key, arguments);
    }

    private static JUnitCase Failed(string rule, string name, string type, string message, string[] lines) =>
        new(JUnitCase.ClassOf(rule), name, JUnitOutcome.Failure) { Type = type, Message = message, Details = string.Join('\n', lines) };

    private static string Boundary(BoundaryCoverage boundary)
    {
        if (boundary.Value is not { } value) return boundary.Text;
        string key = value.Key is null ? string.Empty : $"[{value.Key}]";
        return $"{boundary.Text} | {value.Parameter}{key} = {value.Value}";
    }
}
