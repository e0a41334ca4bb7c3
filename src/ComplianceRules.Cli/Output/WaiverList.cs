using System.Globalization;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>Waivers with what they excuse and what somebody should look at.</summary>
internal static class WaiverList
{
    private const int Indent = 2;
    private static readonly Style Heading = new(decoration: Decoration.Bold | Decoration.Underline);

    /// <summary>Draws those that somebody should look at; nothing where there are none.</summary>
    public static void DrawIssues(Page page, Assessment assessment, Words words)
    {
        WaiverSummary[] waivers = [.. assessment.Waivers.Where(w => !w.Issues.IsEmpty)];
        if (waivers.Length == 0) return;
        page.Line();
        page.Line(words.HeadWaivers(waivers.Length), Heading);
        foreach (WaiverSummary waiver in waivers) Draw(page, waiver, words);
    }

    /// <summary>Draws one.</summary>
    public static void Draw(Page page, WaiverSummary waiver, Words words)
    {
        Waiver written = waiver.Waiver.Waiver;
        string what = written.Rule ?? words.WaiverArea(written.Area!);
        string whom = written.Subject ?? written.Region?.Text ?? words.WaiverPerson;
        page.Line();
        page.Line(words.WaiverLine(what, whom, Day(written.From), Day(written.Until)), indent: Indent);
        page.Line(string.Join(words.Separator, Details(waiver, words)), indent: 2 * Indent);
        page.Line(PlaceOf(waiver.Waiver), indent: 2 * Indent);
    }

    private static IEnumerable<string> Details(WaiverSummary waiver, Words words)
    {
        foreach (WaiverIssue issue in waiver.Issues.Where(i => i != WaiverIssue.Overlapping)) yield return words.Of(issue);
        if (!waiver.Overlaps.IsEmpty) yield return words.WaiverOverlaps(waiver.Overlaps.Select(PlaceOf));
        if (waiver.Breaches is { } breaches) yield return words.WaiverBreaches(breaches);
        if (waiver.Waiver.Waiver.Authority is { } authority) yield return authority.In(words.Language);
        if (waiver.Waiver.Waiver.Reason.In(words.Language) is { Length: > 0 } reason) yield return reason;
    }

    private static string PlaceOf(FindingWaiver waiver) => waiver.Pack is null ? waiver.Place : $"{waiver.Pack}/{waiver.Place}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
