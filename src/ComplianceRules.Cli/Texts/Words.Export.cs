namespace ComplianceRules.Cli.Texts;

/// <content>Rules written for another engine.</content>
internal sealed partial class Words
{
    public string PackOrRegion => Say();

    public string NothingExported => Say();

    public string Exported(int rules, int workflows, int leftOut, string path) => Say([Count(rules), Count(workflows), Count(leftOut), path]);
}
