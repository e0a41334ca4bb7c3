namespace ComplianceRules.Cli.Texts;

/// <content>Rules written as SQL.</content>
internal sealed partial class Words
{
    public string NothingInSql => Say();

    public string NotInDatabase(string option, string inDatabase) => Say([option, inDatabase]);

    public string InDatabaseNeedsOne(string inDatabase) => Say([inDatabase]);

    public string InDatabaseNeedsDay(string inDatabase) => Say([inDatabase]);

    public string FormatNotInDatabase(string inDatabase, IEnumerable<string> formats) => Say([inDatabase, string.Join(", ", formats)]);

    public string NotCounted => Say();

    public string SchoolsInProcess(string schools) => Say([schools]);

    public string CountedInDatabase(int rules, int leftOut, int inProcess, int reduced) => Say([Count(rules), Count(leftOut), Count(inProcess), Count(reduced)]);
}
