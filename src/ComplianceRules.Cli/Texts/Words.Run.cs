using ComplianceRules.Cli.Commands;
using ComplianceRules.Cases;
using ComplianceRules.Cli.Output;

namespace ComplianceRules.Cli.Texts;

/// <content>What happens while the tool works.</content>
internal sealed partial class Words
{
    public string Cancelled => Say();

    public string NothingJudged => Say();

    public string NothingCovered => Say();

    public string StrictRefusal => Say();

    public string Unexpected(string type, string message) => Say([type, message]);

    /// <summary>Says why a file cannot be read, and which one may have been meant where it is not there.</summary>
    public string CannotRead(string path, Exception trouble)
    {
        string problem = Say([path, Of(trouble)]);
        return trouble is FileNotFoundException or DirectoryNotFoundException ? Guess(problem, NearFile.Of(path)) : problem;
    }

    public string CannotWrite(string path, string reason) => Say([path, reason]);

    /// <summary>Why a file cannot be read or written; the system's own words, which know one language and whole paths, only where nothing better is known.</summary>
    public string Of(Exception trouble) => trouble switch
    {
        FileNotFoundException or DirectoryNotFoundException => Say("trouble.NotThere"),
        UnauthorizedAccessException => Say("trouble.NotAllowed"),
        PathTooLongException => Say("trouble.NameTooLong"),
        IOException { InnerException: UnauthorizedAccessException inner } => Of(inner),
        _ => trouble.Message,
    };

    public string DataIssues(int count) => Say([Count(count)]);

    public string SkippedRecords(int count) => Say([Count(count)]);

    public string EarlierDataIssues(int count) => Say([Count(count)]);

    public string SkippedEarlierRecords(int count) => Say([Count(count)]);

    public string EarlierDataRefused => Say();

    public string AllOfThem => Say();

    public string PerhapsFolder(string given, string near) => Say([given, near]);

    public string MoreNotFound(int count) => Say([Count(count)]);

    public string MoreKinds(int count) => Say([Count(count)]);

    public string Packed(int packs, string path, string sha256) => Say([Count(packs), path, sha256]);

    public string Converted(long rows, string path) => Say([Count(rows), path]);

    public string ProblemsWritten(int count, string path) => Say([Count(count), path]);

    /// <summary>How many problems there are of one kind, and where the first stands.</summary>
    public string GroupOf(ProblemGroup group)
    {
        string first = group.First.Span?.ToString() ?? "-";
        return group.Fact is { } fact
            ? Say([Count(group.Count), fact, first, group.First.Code], $"group.{group.First.Code}")
            : Say([Count(group.Count), group.First.Code, first, group.First.Message(Language)], "group.other");
    }

    public string ValueUndetermined => Say();

    public string MissingInRows(string path, string reason, int rows) => Say([path, reason, Count(rows)]);

    public string CheckCount(int errors, int warnings) => Say([Count(errors), Count(warnings)]);

    public string CaseFailed(string place, string pack, string name) => Say([place, pack, name]);

    public string CaseCount(int cases, int failed) => Say([Count(cases), Count(failed)]);

    public string MeasuredCount(int packs, int rules) => Say([Count(packs), Count(rules)]);

    public string BoundaryCount(int covered, int all, int percent) => Say([Count(covered), Count(all), Count(percent)]);

    public string VerdictCount(int shown, int all) => Say([Count(shown), Count(all)]);

    public string BoundaryOpen(string place, string rule, string comparison, string sides) => Say([place, rule, comparison, sides]);

    public string VerdictsNotShown(string place, string rule, string verdicts) => Say([place, rule, verdicts]);

    public string BetweenSides => Say();

    public string Of(BoundarySide side) => Say($"side.{side}");
}
