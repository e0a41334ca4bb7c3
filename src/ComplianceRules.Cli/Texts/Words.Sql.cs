namespace ComplianceRules.Cli.Texts;

/// <content>Rules written as SQL.</content>
internal sealed partial class Words
{
    public string NothingInSql => Say();
}
