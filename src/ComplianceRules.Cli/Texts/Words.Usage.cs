
namespace ComplianceRules.Cli.Texts;

/// <content>What is wrong with the way the tool was called.</content>
internal sealed partial class Words
{
    public string CommandMissing => Say();

    public string NoDate => Say();

    public string QuietAndVerbose => Say();

    public string MapWithJson => Say();

    public string PreviousMapWithJson => Say();

    public string PreviousMapAlone => Say();

    public string PersonalInTable => Say();

    public string ColumnFileWantsName(string option, string path) => Say([option, path]);

    public string PackWantsFolder(string path) => Say([path]);

    public string ArchiveWantsName(string option, string path) => Say([option, path]);

    public string UnknownCommand(string name) => Say([name]);

    public string UnknownOption(string name) => Say([name]);

    public string StandardInputTwice(IEnumerable<string> names) => Say([string.Join(Separator, names.Select(n => $"`{n}`"))]);

    public string UnknownTopic(string topic) => Say([topic]);

    public string BytesToScreen(string format) => Say([format]);

    public string UnexpectedArgument(string text) => Say([text]);

    public string ArgumentMissing(string name) => Say([name]);

    public string OptionMissing(string name) => Say([name]);

    public string OptionNeedsValue(string name) => Say([name]);

    public string OptionGivenTwice(string name) => Say([name]);

    public string NotADate(string option, string value) => Say([option, value]);

    public string NotACount(string option, string value) => Say([option, value]);

    public string ListsAll(string option, string format) => Say([option, format]);

    public string NotDays(string option, string value) => Say([option, value]);

    public string NotARegion(string option, string value) => Say([option, value]);

    public string NotAChoice(string option, string value, IEnumerable<string> choices) => Say([option, value, string.Join(", ", choices)]);

    public string NotPackAndSchool(string option, string value) => Say([option, value]);

    public string NotAnEncoding(string option, string value, IEnumerable<string> known) => Say([option, value, string.Join(", ", known)]);

    public string NotAShard(string option, string value, int most) => Say([option, value, Count(most)]);

    public string NotOfShard(string option, string shard) => Say([option, shard]);

    public string PartFromInput => Say();

    public string UnknownRule(string name) => Say([name]);

    public string RuleIsParameter(string name) => Say([name]);

    public string UnknownArea(string name) => Say([name]);

    public string UnknownPack(string name) => Say([name]);

    public string UnknownSchool(string name) => Say([name]);

    public string PackIsNoTemplate(string name) => Say([name]);

    /// <summary>Why the address of a database cannot be used.</summary>
    /// <param name="fault">The name of the fault.</param>
    public string AddressFaultOf(string fault) => Say($"address.{fault}");

    public string SqliteWithoutFile => Say();

    public string UnknownKindOfData(string path) => Say([path]);

    public string InputNameWithFile(string path) => Say([path]);

    public string SchoolsWithoutRegion(int count) => Say([Count(count)]);

    public string NoFolderForOutput(string path) => Say([path]);

    public string NoOutputFolder(string path) => Say([path]);

    public string OutIsInput(string option, string path) => Say([option, path]);

    public string ProblemsWantName(string path) => Say([path]);

    public string ProblemsAreOutput(string path) => Say([path]);

    public string ProblemsNeedWorkbook(string path) => Say([path]);

    public string NoPackOfRegion(string region) => Say([region]);

    public string FormsNeedFolder => Say();

    public string NothingToFillIn => Say();

    public string UnknownKindOfForm(string path) => Say([path]);

    public string FormIsThere(string path) => Say([path]);

    public string ExpressionOrBatch => Say();

    public string ExpressionWithBatch => Say();

    public string FactsWithBatch => Say();

    public string SeeHelp(string command) => Say([command]);

    /// <summary>A problem with the name that was probably meant behind it.</summary>
    public string Guess(string problem, string? guess) => guess is null ? problem : Say([problem, guess]);
}
