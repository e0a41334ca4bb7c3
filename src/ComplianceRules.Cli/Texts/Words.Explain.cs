using ComplianceRules.Engine;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Texts;

/// <content>What <c>explain</c> says.</content>
internal sealed partial class Words
{
    public string HeadParts => Say();

    public string PartLine(string part, string verdict, IEnumerable<string> rules) => Say([part, verdict, string.Join(Separator, rules)]);

    public string PartRule(string rule, string verdict) => Say([rule, verdict]);

    public string PartRuleBeside(string rule, string verdict) => Say([rule, verdict]);

    public string HeadRule => Say();

    public string HeadSubject => Say();

    public string HeadDay => Say();

    public string HeadSource => Say();

    public string HeadVerdict => Say();

    public string HeadMessage => Say();

    public string HeadRemedy => Say();

    public string DoesApply => Say();

    public string DoesHold => Say();

    public string NoConditions => Say();

    public string AllHold => Say();

    public string OneHolds => Say();

    public string MissingDecide => Say();

    public string MissingPerhapsFewer => Say();

    public string VerdictWithSeverity(string verdict, string severity) => Say([verdict, severity]);

    public string PackVersion(string rule, string version) => Say([rule, version]);

    public string SetBy(string pack, string version) => Say([pack, version]);

    public string SetBySource(string pack, string version, string citation) => Say([pack, version, citation]);

    public string SetSince(string text, string day) => Say([text, day]);

    public string SetUntil(string text, string day) => Say([text, day]);

    public string ItemsCounted(string title, ShownCount all) => Say([title, all]);

    public string Items => Say();

    public string ItemsMet(ShownCount count) => Say([count]);

    public string ItemsNotMet(ShownCount count) => Say([count]);

    public string ItemsOpen(ShownCount count) => Say([count]);

    public string ItemsOut(ShownCount count) => Say([count]);

    public string MoreItems(int count) => Say([Count(count)]);

    /// <summary>Why the rule cannot be explained on the row.</summary>
    public string RefusalOf(ExplanationException error) =>
        Guess(Say([error.Name, string.Join(Separator, error.Choices.Select(c => $"`{c}`"))], $"refusal.{error.Fault}"), error.Near);
}
