namespace ComplianceRules.Cli.Texts;

/// <content>What <c>book</c> says.</content>
internal sealed partial class Words
{
    public string BookWritten(int files, string folder) => Say([Count(files), folder]);
}
