namespace ComplianceRules.Cli.Texts;

/// <content>What <c>whatif</c> says.</content>
internal sealed partial class Words
{
    public string SweepTitle(string parameter, string day) => Say([parameter, day]);

    public string SweptRule(string title, string rule, string pack) => Say([title, rule, pack]);

    public string SweepLeftOut(IEnumerable<string> rules) => Say([string.Join(Separator, rules)]);

    public string SweepWaived => Say();

    public string ColumnValue => Say();

    public string ColumnValueIn(string unit) => Say([unit]);

    public string ColumnShare => Say();

    public string AsItStands => Say();

    public string NotARange(string option, string text) => Say([option, text]);
}
