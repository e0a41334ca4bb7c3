using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Texts;

/// <content>What <c>diff</c> says.</content>
internal sealed partial class Words
{
    public string OldPacksWrong(string path) => Say([path]);

    public string NewPacksWrong(string path) => Say([path]);

    public string SoWithOldPacks(string path) => Say([path]);

    public string SoWithNewPacks(string path) => Say([path]);

    public string NoSchoolInData => Say();

    public string OnlyWithSnapshot(string option) => Say([option]);

    public string NothingChanged => Say();

    public string TextsOnly(IEnumerable<string> topics) => Say([string.Join(Separator, topics)]);

    public string InPack(string pack, string change) => Say([pack, change]);

    public string ImpactTitle(string day) => Say([day]);

    public string NoVerdictChanges => Say();

    public string ImpactOfRule(string title, string rule) => Say([title, rule]);

    public string PersonsThatChange(ShownCount persons) => Say([persons]);

    public string MoveOfRows(string from, string to, long rows, IEnumerable<string> regions) => Say([from, to, Count(rows), string.Join(Separator, regions)]);

    public string RegionRows(string region, long rows) => Say([region, Count(rows)]);

    public string SchoolsThatChange(int schools) => Say([Count(schools)]);

    public string SchoolThatChanges(string id, string name, string region) => Say([id, name, region]);

    public string MoreSchools(int schools) => Say([Count(schools)]);

    public string OtherRowsThatChange => Say();

    public string RowThatChanges(string row, string rule, string from, string to) => Say([row, rule, from, to]);

    public string MoreChangedRows(int rows) => Say([Count(rows)]);

    public string NoVerdict => Say();

    /// <summary>A verdict, or in words that there is none.</summary>
    public string VerdictOrNoneOf(Verdict? verdict) => verdict is { } known ? Of(known) : NoVerdict;
}
