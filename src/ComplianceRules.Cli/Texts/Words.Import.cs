namespace ComplianceRules.Cli.Texts;

/// <content>What <c>import</c> says.</content>
internal sealed partial class Words
{
    public string Imported(int imported, int rules, string folder) => Say([Count(imported), Count(rules), folder]);

    public string UnknownKindOfRules(string kind, string known) => Say([kind, known]);

    public string FolderHasFiles(string folder) => Say([folder]);

    public string FolderIsNoId(string name) => Say([name]);

    public string NotInputAndTable(string option, string text) => Say([option, text]);

    public string FactsOfOnePack(string folder) => Say([folder]);

    public string PackIdTaken(string id) => Say([id]);
}
