using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>What stands beside a finding's own sentence where a format of machines has room for text alone: plain lines of one language.</summary>
/// <remarks>For one thread. Plain text: whoever writes it into a format escapes it.</remarks>
/// <param name="schema">Titles of facts and units.</param>
/// <param name="language">The language.</param>
internal sealed class FindingLines(FactSchema schema, TextLanguage language)
{
    private readonly ValueText _values = new(schema);

    /// <summary>A row as people find it: its table and id, then its name.</summary>
    /// <param name="row">The row.</param>
    public static string Row(Subject row) => row.Name is null ? row.ToString() : $"{row} {row.Name}";

    /// <summary>The law, what set the limit, what helps and what is missing, a line each.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="subject">The table that the rule judges.</param>
    public IEnumerable<string> Of(Finding finding, string subject)
    {
        string law = Law(finding.Source);
        yield return Say("machine.law", law);
        if (finding.LimitSource is { } set && Law(set) is var limitLaw && limitLaw != law) yield return Say("machine.limitLaw", limitLaw);
        if (Limit(finding) is { } limit) yield return Say("machine.limit", limit);
        if (finding.Verdict is Verdict.NonCompliant or Verdict.Waived && finding.Remedy is { } remedy) yield return Say("machine.remedy", remedy.In(language));
        if (Correction(finding) is { } correction) yield return Say("machine.correction", correction);
        if (!finding.Missing.IsEmpty) yield return Say("machine.missing", Missing(finding, subject));
        if (finding.Verdict == Verdict.Waived) yield return Excuse(finding);
    }

    /// <summary>The limit with its unit; null where there is none.</summary>
    /// <param name="finding">The finding.</param>
    public string? Limit(Finding finding)
    {
        if (finding.Limit is not { } limit) return null;
        if (limit.Type != FieldType.Number || finding.Unit is not { } text || !Unit.TryParse(text, schema.Units.Keys, out Unit unit)) return limit.Text;
        return _values.WithUnit(limit.Text, unit, language);
    }

    /// <summary>The document behind a rule or a value: which, since when, and how surely it is known.</summary>
    /// <param name="source">The source.</param>
    public string Law(FindingSource source)
    {
        string cited = source.Citation(language);
        string dated = source.Since is { } since ? Say("machine.since", cited, Day(since)) : cited;
        return source.Instrument.Certainty switch
        {
            Certainty.Unverified => Say("machine.unverified", dated),
            Certainty.Mixed => Say("machine.verifiedInPart", dated),
            _ => dated,
        };
    }

    /// <summary>Why a breach is excused, by whom and for which days.</summary>
    /// <param name="finding">A finding that is waived.</param>
    public string Excuse(Finding finding)
    {
        if (finding.Waiver?.Waiver is not { } waiver) return Say("machine.waiver.parts");
        return waiver.Authority is { } authority
            ? Say("machine.waiver.by", waiver.Reason.In(language), authority.In(language), Day(waiver.From), Day(waiver.Until))
            : Say("machine.waiver", waiver.Reason.In(language), Day(waiver.From), Day(waiver.Until));
    }

    /// <summary>What a finding says, with the row or the rows that it says it of, and what would put it right: formats of machines show it without its place.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="subject">The table that the rule judges.</param>
    public string Sentence(Finding finding, string subject)
    {
        string said = Say("machine.row", Whom(finding, subject), finding.Message.In(language));
        return Correction(finding) is { } correction ? Say("machine.corrected", said, correction) : said;
    }

    /// <summary>What would put a finding right; null where nothing is told, and where it would tell of a person.</summary>
    /// <param name="finding">The finding.</param>
    public string? Correction(Finding finding) =>
        finding.Correction is { } correction && !correction.Changes.Any(c => schema.IsPersonal(c.Row.Table)) ? correction.Message.In(language) : null;

    /// <summary>The row or rows that a finding is about.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="subject">The table that the rule judges.</param>
    public string Whom(Finding finding, string subject) =>
        finding.Subject is { } row ? Row(row) : Say("machine.allRows", schema.Table(subject)?.Title.In(language) is { Length: > 0 } title ? title : subject, finding.ShownRows);

    /// <summary>How many persons have a verdict.</summary>
    /// <param name="count">The count.</param>
    public string Persons(PersonalCount count) =>
        Say("machine.persons", count.Parent is { } parent ? Row(parent) : Say("machine.noParent"), Say($"machine.verdict.{FindingNames.Of(count.Verdict)}"), count.Rows);

    /// <summary>A text with its places filled.</summary>
    /// <param name="key">The key.</param>
    /// <param name="arguments">What fills the places.</param>
    public string Say(string key, params ReadOnlySpan<object?> arguments) => ReportTexts.Say(language, key, arguments);

    private string Missing(Finding finding, string subject) =>
        string.Join(Say("machine.list"), finding.Missing.Select(m => Missing(m, subject)).Distinct(StringComparer.Ordinal));

    private string Missing(MissingFact fact, string subject)
    {
        string title = _values.TitleOf(fact.Path, subject, language);
        return fact.Reason == UnknownReason.Absent ? title : Say("machine.missingBecause", title, ReasonTexts.Of(fact.Reason).In(language));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
