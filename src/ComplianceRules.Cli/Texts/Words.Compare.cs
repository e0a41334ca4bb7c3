using ComplianceRules.Analysis;

namespace ComplianceRules.Cli.Texts;

/// <content>What <c>compare</c> says.</content>
internal sealed partial class Words
{
    public string HeadTrends => Say();

    public string HeadNewFrom => Say();

    public string HeadByRule => Say();

    public string HeadByArea => Say();

    public string HeadByRegion => Say();

    public string HeadRisers => Say();

    public string HeadFallers => Say();

    public string HeadPersonsThenAndNow => Say();

    public string ColumnTrend => Say();

    public string ColumnCount => Say();

    public string ColumnState => Say();

    public string ColumnRegion => Say();

    public string ColumnSchool => Say();

    public string ColumnBefore => Say();

    public string ColumnNow => Say();

    public string ColumnNew => Say();

    public string ColumnWorse => Say();

    public string ColumnBetter => Say();

    public string ColumnOpen => Say();

    public string ColumnFixed => Say();

    public string ColumnOther => Say();

    public string NotToldArea => Say();

    public string NotToldRegion => Say();

    public string AllRowsTogether => Say();

    public string CompareTwiceFromInput => Say();

    public string PackNotThere => Say();

    public string CompareTitle(string before, string after) => Say([before, after]);

    public string BreachesThenAndNow(int before, int after) => Say([Count(before), Count(after)]);

    public string PackChanged(string id, string before, string after) => Say([id, before, after]);

    public string PackRewritten(string id, string version) => Say([id, version]);

    public string RowsThenAndNow(string table, string before, string after) => Say([table, before, after]);

    public string RulesOnlyBefore(IEnumerable<string> rules) => Say([string.Join(Separator, rules)]);

    public string RulesOnlyAfter(IEnumerable<string> rules) => Say([string.Join(Separator, rules)]);

    public string CompareCaution(ComparisonCaution caution) => Say([Say($"caution.{caution}")]);

    public string HeadOfTrend(FindingTrend trend, int count) => Say([Of(trend), Count(count)]);

    public string PersonsThenAndNow(string title, string rule, (string Before, string After) broken, (string Before, string After) unknown) =>
        Say([title, rule, broken.Before, broken.After, unknown.Before, unknown.After]);

    public string MoreChanges(int rows) => Say([Count(rows)]);

    public string HiddenTrends(IEnumerable<string> trends) => Say([string.Join(Separator, trends)]);

    public string ChangedRow(string row, string rule, string text) => Say([row, rule, text]);

    public string ThenAndNow(string before, string after) => Say([before, after]);

    public string WithRemarks(string text, IEnumerable<string> remarks) => Say([text, string.Join(Separator, remarks)]);

    public string LimitMoved(string before, string after) => Say([before, after]);

    public string SeverityMoved(string before, string after) => Say([before, after]);

    public string StateThen(RecordedState state) => Say([Of(state)]);

    public string StateNow(RecordedState state) => Say([Of(state)]);

    public string ComparisonNotShown(string option, IEnumerable<string> formats) => Say([option, string.Join(Separator, formats)]);

    public string Of(FindingTrend trend) => Say($"becomes.{trend}");

    public string Of(RecordedState state) => Say($"recorded.{state}");
}
