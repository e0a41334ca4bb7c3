namespace ComplianceRules.Cli.Texts;

/// <content>What <c>timeline</c> says.</content>
internal sealed partial class Words
{
    public string TimelineHeading(string title, string rule) => Say([title, rule]);

    public string NoRuleThere => Say();

    public string NeverInForce => Say();

    public string SinceEver => Say();

    public string HoldsNow(string day) => Say([day]);

    public string StepRule(string day, string severity, string pack) => Say([day, severity, pack]);

    public string StepValues(string day) => Say([day]);

    public string StepEnds(string day) => Say([day]);

    public string StepValue(string name, string value) => Say([name, value]);

    public string NextChange(string day) => Say([day]);

    public string NoNextChange(string day) => Say([day]);
}
