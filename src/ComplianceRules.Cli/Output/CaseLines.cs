using System.Globalization;
using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Output;

/// <summary>What became of cases as people read it: those that failed, the counts, and what no case shows.</summary>
internal static class CaseLines
{
    private const string Indent = "    ";

    public static void Write(CaseReport report, Session session)
    {
        TextWriter output = session.Terminal.Out;
        foreach (CaseResult result in report.Results.Where(r => !r.Passed)) WriteFailure(result, session);
        output.WriteLine(session.Words.CaseCount(report.Results.Length, report.Failed));
        CaseCoverage coverage = report.Coverage;
        output.WriteLine(
            session.Words.MeasuredCount(coverage.Packs, coverage.Rules.Length) + session.Words.BoundaryCount(coverage.BoundariesCovered, coverage.Boundaries, coverage.Percent)
            + session.Words.VerdictCount(coverage.VerdictsShown, coverage.Verdicts));
        foreach (RuleCoverage rule in coverage.Rules.Where(r => !r.IsComplete)) WriteLacks(rule, session);
    }

    private static void WriteFailure(CaseResult result, Session session)
    {
        TextWriter output = session.Terminal.Out;
        output.WriteLine(Printable.Of(session.Words.CaseFailed(result.Place.ToString(), result.Pack, result.Case)));
        foreach (LocalText failure in result.Failures) output.WriteLine(Indent + Printable.Of(failure.In(session.Words.Language)));
    }

    private static void WriteLacks(RuleCoverage rule, Session session)
    {
        TextWriter output = session.Terminal.Out;
        foreach (BoundaryCoverage boundary in rule.Boundaries.Where(b => !b.IsCovered))
        {
            string sides = string.Join(session.Words.BetweenSides, boundary.Missing.Select(session.Words.Of));
            output.WriteLine(Printable.Of(session.Words.BoundaryOpen(rule.Place.ToString(), rule.Rule, $"{boundary.Text}{ValueOf(boundary.Value)}", sides)));
        }

        if (rule.MissingVerdicts.IsEmpty) return;
        output.WriteLine(Printable.Of(session.Words.VerdictsNotShown(rule.Place.ToString(), rule.Rule, string.Join(", ", rule.MissingVerdicts))));
    }

    private static string ValueOf(BoundaryValue? value)
    {
        if (value is null) return string.Empty;
        string key = value.Key is null ? string.Empty : $"[{value.Key}]";
        string from = value.From is { } day ? $" {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.." : string.Empty;
        string season = value.Season is { } days ? $" ({days})" : string.Empty;
        return $" | {value.Parameter}{key} = {value.Value}{from}{season}";
    }
}
