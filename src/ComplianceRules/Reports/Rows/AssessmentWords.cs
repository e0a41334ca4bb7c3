using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>What reports for people say of the parts of an assessment, in one language.</summary>
/// <remarks>The keys stand in <c>Reports/Texts/findings.json</c>. For one thread.</remarks>
/// <param name="assessment">What was found.</param>
/// <param name="language">The language.</param>
internal sealed class AssessmentWords(Assessment assessment, TextLanguage language)
{
    private const string Prefix = "finding.";

    private readonly ValueText _values = new(assessment.Schema);
    private readonly Dictionary<string, Unit?> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleSummary> _rules = assessment.Rules.DistinctBy(r => r.Rule).ToDictionary(r => r.Rule, StringComparer.Ordinal);

    /// <summary>The day of assessment.</summary>
    public DateOnly AsOf => assessment.AsOf;

    /// <summary>The language.</summary>
    public TextLanguage Language => language;

    /// <summary>A text with its places filled.</summary>
    public string Say(string key, params ReadOnlySpan<object?> arguments) => ReportTexts.Say(language, Prefix + key, arguments);

    /// <summary>A text of packs or of a finding; null where there is none.</summary>
    public string? In(LocalText? text) => text?.In(language);

    public string Of(Verdict verdict) => Say($"verdict.{verdict}");

    public string Of(Severity severity) => Say($"severity.{severity}");

    public string Of(Binding binding) => Say($"binding.{binding}");

    public string Of(Certainty certainty) => Say($"certainty.{certainty}");

    public string Of(WaiverIssue issue) => Say($"waiver.{issue}");

    /// <summary>A value as a cell.</summary>
    public ReportCell Of(FindingValue? value) => ReportCell.Of(value, Say("yes"), Say("no"));

    /// <summary>What people read for an area; its id where no pack says.</summary>
    public string Area(string area) => In(assessment.Areas.GetValueOrDefault(area)) ?? area;

    /// <summary>What people read for a table; its name where no pack says.</summary>
    public string Table(string table) => assessment.Schema.Table(table)?.Title.In(language) is { Length: > 0 } title ? title : table;

    /// <summary>The title of a rule; its id where the assessment does not sum it up.</summary>
    public string Title(string rule) => In(_rules.GetValueOrDefault(rule)?.Title) ?? rule;

    /// <summary>The summary of a rule; null where the assessment has none.</summary>
    public RuleSummary? Summary(string rule) => _rules.GetValueOrDefault(rule);

    /// <summary>Whether a row is a person, or stands below one.</summary>
    public bool IsPerson(Subject subject) => assessment.Schema.IsPersonal(subject.Table);

    /// <summary>The unit of what was observed and of the limit; null where they have none. Times and days say theirs themselves.</summary>
    public string? Unit(Finding finding) => IsOf(finding, FieldType.Number) ? Label(finding.Unit) : null;

    /// <summary>The unit of the margin; null where there is no margin or it has none. Of two per cents the difference is in percentage points.</summary>
    public string? MarginUnit(Finding finding) => finding.Margin is null ? null : Label(finding.Unit == Facts.Unit.Percent.Text ? Facts.Unit.PercentagePoint.Text : finding.Unit);

    /// <summary>The facts that would decide an undetermined finding, each with its name and why it is not known; null where there are none.</summary>
    public string? Missing(Finding finding) =>
        finding.Missing.IsEmpty ? null : string.Join(Say("and"), finding.Missing.Select(m => Missing(m, finding.Rule)).Distinct(StringComparer.Ordinal));

    /// <summary>What people call a fact that a rule misses.</summary>
    public string TitleOf(MissingFact fact, string rule) => _values.TitleOf(fact.Path, _rules.GetValueOrDefault(rule)?.Subject ?? string.Empty, language);

    /// <summary>Why a fact is not known.</summary>
    public string Reason(UnknownReason reason) => ReasonTexts.Of(reason).In(language);

    /// <summary>What would put a finding right; null where nothing is told, and where it would tell of a person.</summary>
    public string? Correction(Finding finding) =>
        finding.Correction is { } correction && !correction.Changes.Any(c => IsPerson(c.Row)) ? In(correction.Message) : null;

    /// <summary>The law on one line: the document, since when, and how surely it is known where that is not wholly.</summary>
    public string Law(FindingSource source)
    {
        string citation = source.Citation(language);
        string dated = source.Since is { } since ? Say("lawSince", citation, since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : citation;
        return source.Instrument.Certainty == Certainty.Read ? dated : Say("lawCertainty", dated, Of(source.Instrument.Certainty));
    }

    /// <summary>The law that set the limit, where it is another place than the rule's own; else null.</summary>
    public static FindingSource? OtherLaw(Finding finding) =>
        finding.LimitSource is { } limit && (limit.Instrument.Id, limit.Pack, limit.Clause, limit.Since) != (finding.Source.Instrument.Id, finding.Source.Pack, finding.Source.Clause, finding.Source.Since)
            ? limit
            : null;

    /// <summary>Whom a waiver excuses: a row or a region; a person is not named.</summary>
    public string Whom(Waiver waiver) => IsOfPerson(waiver) ? Say("person") : waiver.Subject ?? waiver.Region?.Text ?? Say("person");

    /// <summary>Why a waiver was granted; null where that would tell of a person.</summary>
    public string? Reason(Waiver waiver) => IsOfPerson(waiver) ? null : In(waiver.Reason);

    /// <summary>What a waiver is about: a rule or an area.</summary>
    public string What(Waiver waiver) => waiver.Rule ?? Area(waiver.Area!);

    /// <summary>Where a waiver is written.</summary>
    public static string PlaceOf(FindingWaiver waiver) => waiver.Pack is null ? waiver.Place : $"{waiver.Pack}/{waiver.Place}";

    /// <summary>What somebody should look at in a waiver; empty where nothing is.</summary>
    public string Issues(WaiverSummary waiver) => string.Join(Say("then"), waiver.Issues.Select(Of));

    /// <summary>How many breaches a waiver excuses; null where that would tell of a person.</summary>
    public long? Breaches(WaiverSummary waiver) => IsOfPerson(waiver.Waiver.Waiver) ? null : waiver.Breaches;

    private bool IsOfPerson(Waiver waiver) => waiver is { Subject: null, Region: null } || (waiver.SubjectTable is { } table && assessment.Schema.IsPersonal(table));

    private string Missing(MissingFact fact, string rule)
    {
        string title = TitleOf(fact, rule);
        if (fact.Reason != UnknownReason.Absent) return Say("factBecause", title, fact.Path, Reason(fact.Reason));
        return title == fact.Path ? title : Say("fact", title, fact.Path);
    }

    private static bool IsOf(Finding finding, FieldType type) => (finding.Observed ?? finding.Limit)?.Type == type;

    private string? Label(string? text)
    {
        if (text is null) return null;
        if (!_units.TryGetValue(text, out Unit? unit))
        {
            IEnumerable<string> counting = assessment.Schema.Units.Keys;
            _units.Add(text, unit = Facts.Unit.TryParse(text, counting, out Unit read) ? read : null);
        }

        return unit?.Label(language, assessment.Schema.Units, isPlural: true) ?? text;
    }
}
