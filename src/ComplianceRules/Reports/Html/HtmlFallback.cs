using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>The summary for those whose browser runs no scripts.</summary>
internal static class HtmlFallback
{
    /// <summary>The most rules that are told.</summary>
    public const int MostRules = 50;

    /// <summary>The summary, as an element of the page.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="matrix">What was found of schools.</param>
    /// <param name="listing">What the page lists.</param>
    /// <param name="language">The language.</param>
    public static string Of(Assessment assessment, SchoolMatrix matrix, HtmlListing listing, TextLanguage language)
    {
        HtmlText html = new();
        html.Open("noscript").Open("main", ("class", "page")).Line();
        html.Element("h1", $"{ReportTexts.Say(language, "html.title")} {assessment.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}").Line();
        html.Element("p", ReportTexts.Say(language, "html.noscript")).Line();
        WriteTable(html, "html.verdicts", language, Verdicts(assessment, language));
        if (listing.Listed > 0) html.Element("p", ReportTexts.Say(language, "html.listed", listing.Listed)).Line();
        if (listing.Cut > 0) html.Element("p", ReportTexts.Say(language, "html.cut", listing.Cut)).Line();
        (int all, int violating, int breaking, int open, int clean) = matrix.Tally();
        WriteTable(html, "html.schools", language, [("html.schoolsAll", all), ("html.schoolsViolating", violating), ("html.schoolsBreaking", breaking), ("html.schoolsOpen", open), ("html.schoolsClean", clean)]);
        WriteRules(html, assessment, language);
        return html.CloseLine().CloseLine().ToString();
    }

    private static IEnumerable<(string Key, object Count)> Verdicts(Assessment assessment, TextLanguage language)
    {
        ShownCounts counts = assessment.Shown;
        return new[] { Verdict.NonCompliant, Verdict.Undetermined, Verdict.Waived, Verdict.Compliant, Verdict.NotApplicable }
            .Select(v => ($"html.verdict.{FindingNames.Of(v)}", (object)Number(counts.Of(v), language)));
    }

    private static string Number(ShownCount count, TextLanguage language) =>
        count.IsUnderThree ? ReportTexts.Say(language, "html.underThree") : count.ToString().Replace(">=", "≥", StringComparison.Ordinal);

    private static void WriteTable(HtmlText html, string title, TextLanguage language, IEnumerable<(string Key, object Count)> rows)
    {
        html.Element("h2", ReportTexts.Say(language, title)).Line().Open("table").Open("tbody").Line();
        foreach ((string key, object count) in rows)
            html.Open("tr").Element("th", ReportTexts.Say(language, key), ("scope", "row")).Element("td", string.Create(CultureInfo.InvariantCulture, $"{count}")).CloseLine();
        html.Close().CloseLine();
    }

    private static void WriteRules(HtmlText html, Assessment assessment, TextLanguage language)
    {
        RuleSummary[] broken = [.. assessment.Rules.Where(r => r.Shown.NonCompliant.Least > 0).OrderByDescending(r => r.Shown.NonCompliant.Least).ThenBy(r => r.Rule, StringComparer.Ordinal)];
        html.Element("h2", ReportTexts.Say(language, "html.nav.rules")).Line();
        if (broken.Length > MostRules) html.Element("p", ReportTexts.Say(language, "html.first", MostRules, broken.Length)).Line();
        html.Open("table").Open("tbody").Line();
        foreach (RuleSummary rule in broken.Take(MostRules))
        {
            html.Open("tr").Element("th", rule.Title.In(language), ("scope", "row")).Element("td", rule.Rule).Element("td", ReportTexts.Say(language, $"html.severity.{FindingNames.Of(rule.Severity)}"));
            html.Element("td", Number(rule.Shown.NonCompliant, language)).CloseLine();
        }

        html.Close().CloseLine();
    }
}
