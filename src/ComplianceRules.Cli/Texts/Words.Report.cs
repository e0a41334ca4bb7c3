using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Texts;

/// <content>What the table of <c>evaluate</c> says.</content>
internal sealed partial class Words
{
    public string HeadPacks => Say();

    public string HeadData => Say();

    public string HeadVerdicts => Say();

    public string ColumnRule => Say();

    public string ColumnSeverity => Say();

    public string ColumnCompliant => Say();

    public string ColumnNonCompliant => Say();

    public string ColumnUndetermined => Say();

    public string ColumnNotApplicable => Say();

    public string ColumnWaived => Say();

    public string RuleOfArea(string rule, string area) => Say([rule, area]);

    public string NoData => Say();

    public string NoRules => Say();

    public string NoBreaches => Say();

    public string Unverified(string citation) => Say([citation]);

    public string VerifiedInPart(string citation) => Say([citation]);

    public string Separator => Say();

    public string Title(string day) => Say([day]);

    public string NotInForce(IEnumerable<string> rules) => Say([string.Join(Separator, rules)]);

    public string MetNoRow(IEnumerable<string> rules) => Say([string.Join(Separator, rules)]);

    public string Pack(string id, string version, string? region) => region is null ? $"{id} {version}" : Say([id, version, region]);

    public string OtherPacks(int count) => Say([count]);

    public string Rows(string table, ShownCount count) => Say([table, count]);

    public string Filtered(long count) => Say([Count(count)]);

    public string Counted(string name, ShownCount count) => Say([name, count]);

    public string Since(string citation, string day) => Say([citation, day]);

    public string Missing(IEnumerable<string> facts) => Say([string.Join(Separator, facts)]);

    public string TitledFact(string title, string path) => Say([title, path]);

    public string MissingBecause(string fact, string reason) => Say([fact, reason]);

    public string AllRows(ShownCount rows) => Say([rows]);

    public string MoreRows(int rows) => Say([Count(rows)]);

    public string SectionHeading(string heading, ShownCount rows) => Say([heading, rows]);

    public string RuleHeading(string title, string rule, string binding, ShownCount rows) => Say([title, rule, binding, rows]);

    public string HeadPersons => Say();

    public string PersonsHeading(string title, string rule, string severity) => Say([title, rule, severity]);

    public string PersonsBelow(string parent, string verdict, ShownCount rows) => Say([parent, verdict, rows]);

    public string NoParent => Say();

    public string Source(string citation) => Say([citation]);

    public string LimitSource(string citation) => Say([citation]);

    public string Relaxation(string authority, string citation) => Say([authority, citation]);

    public string TrailOf(ValueRole role, string value, string pack, string version) => Say([value, pack, version], $"trail.{role}");

    public string SinceDay(string day) => Say([day]);

    public string Correction(string correction) => Say([correction]);

    public string Remedy(string remedy) => Say([remedy]);

    public string HeadWaivers(int count) => Say([Count(count)]);

    public string WaiverCount(int count, int issues) => Say([Count(count), Count(issues)]);

    public string WaiverArea(string area) => Say([area]);

    public string WaiverPerson => Say();

    public string WaiverLine(string what, string whom, string from, string until) => Say([what, whom, from, until]);

    public string WaiverOverlaps(IEnumerable<string> places) => Say([string.Join(Separator, places)]);

    public string WaiverBreaches(long breaches) => Say([Count(breaches)]);

    public string Of(WaiverIssue issue) => Say($"waiver.{issue}");

    public string Of(Verdict verdict) => Say($"verdict.{verdict}");

    public string Of(Severity severity) => Say($"severity.{severity}");

    public string Of(Binding binding) => Say($"binding.{binding}");

    public string Of(UnknownReason reason) => Say($"reason.{reason}");

    /// <summary>The heading over the breaches of a severity.</summary>
    public string HeadingOf(Severity severity) => Say($"heading.{severity}");

    /// <summary>The heading over findings that are no breaches.</summary>
    public string HeadingOf(Verdict verdict) => Say($"heading.{verdict}");
}
