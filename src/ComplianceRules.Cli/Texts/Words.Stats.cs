using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Texts;

/// <content>What <c>stats</c> says.</content>
internal sealed partial class Words
{
    public string StatsPacks(int packs, int templates, int ofSchools) => Say([Count(packs), Count(templates), Count(ofSchools)]);

    public string StatsRules(int rules, int replacements) => Say([Count(rules), Count(replacements)]);

    public string TemplatePack(string id) => Say([id]);

    public string ColumnPack => Say();

    public string ColumnTitle => Say();

    public string ColumnRules => Say();

    public string ColumnInstruments => Say();

    public string ColumnParameters => Say();

    public string ColumnValues => Say();

    public string ColumnFields => Say();

    public string ColumnDerived => Say();

    public string ColumnCases => Say();

    public string ColumnArea => Say();

    public string ColumnKind => Say();

    public string ColumnBinding => Say();

    public string ColumnCertainty => Say();

    public string ColumnTable => Say();

    public string Of(Certainty certainty) => Say($"certainty.{certainty}");
}
