namespace ComplianceRules.Cli.Texts;

/// <content>How far long work is, and what was done.</content>
internal sealed partial class Words
{
    public string Analysing => Say();

    public string Proving => Say();

    public string RunningCases => Say();

    public string Judging => Say();

    public string WritingBook => Say();

    public string LoadingPacks(string folder) => Say([folder]);

    public string Reading(string name) => Say([name]);

    public string TryingValues(string parameter) => Say([parameter]);

    public string Writing(string path) => Say([path]);

    public string RowsPerSecond(string rows) => Say([rows]);

    public string BytesPerSecond(string megabytes) => Say([megabytes]);

    public string TimeLeft(string time) => Say([time]);

    public string StepTook(string what, string seconds) => Say([what, seconds]);

    public string PacksLoaded(int count, IEnumerable<string> packs) => Say([Count(count), string.Join(Separator, packs)]);

    public string ReadRows(string name, long rows, int tables) => Say([name, Count(rows), Count(tables)]);

    public string JudgedCount(long verdicts, int rules) => Say([Count(verdicts), Count(rules)]);

    public string IdleRules(int count, IEnumerable<string> rules) => Say([Count(count), string.Join(Separator, rules)]);
}
