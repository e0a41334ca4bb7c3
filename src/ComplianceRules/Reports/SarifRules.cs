using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>The rules of an assessment as descriptors of a SARIF log.</summary>
/// <remarks>For one thread and one log. Where packs replace a rule, each has a descriptor under the same id, and a result points at its own by number.</remarks>
internal sealed class SarifRules
{
    private const int MostLimits = 6;

    private readonly Assessment _assessment;
    private readonly FindingLines _lines;
    private readonly TextLanguage _language;
    private readonly Dictionary<(string Rule, string Pack), int> _places = [];
    private readonly Dictionary<string, int> _firstPlaces = new(StringComparer.Ordinal);
    private readonly SortedSet<string>?[] _limits;

    /// <summary>Numbers the rules.</summary>
    /// <param name="assessment">Where they stand.</param>
    /// <param name="lines">Words for laws and limits.</param>
    /// <param name="language">The language.</param>
    public SarifRules(Assessment assessment, FindingLines lines, TextLanguage language)
    {
        (_assessment, _lines, _language) = (assessment, lines, language);
        _limits = new SortedSet<string>?[assessment.Rules.Length];
        for (int i = 0; i < assessment.Rules.Length; i++)
        {
            RuleSummary rule = assessment.Rules[i];
            _places.TryAdd((rule.Rule, rule.Pack), i);
            _firstPlaces.TryAdd(rule.Rule, i);
        }
    }

    /// <summary>The number of a finding's rule; null where the assessment does not have it.</summary>
    /// <param name="finding">The finding.</param>
    public int? PlaceOf(Finding finding) => _places.TryGetValue((finding.Rule, finding.Pack), out int place) ? place : PlaceOf(finding.Rule);

    /// <summary>The number of the first rule of an id; null where the assessment has none.</summary>
    /// <param name="rule">The full id.</param>
    public int? PlaceOf(string rule) => _firstPlaces.TryGetValue(rule, out int place) ? place : null;

    /// <summary>The table that a rule judges; empty where that is not known.</summary>
    /// <param name="place">The rule's number.</param>
    public string SubjectOf(int? place) => place is { } known ? _assessment.Rules[known].Subject : string.Empty;

    /// <summary>Hears which limit a rule held a row to.</summary>
    /// <param name="place">The rule's number.</param>
    /// <param name="finding">What it found.</param>
    public void Hear(int? place, Finding finding)
    {
        if (place is not { } known || _limits[known] is { Count: > MostLimits } || _lines.Limit(finding) is not { } limit) return;
        (_limits[known] ??= new SortedSet<string>(StringComparer.Ordinal)).Add(limit);
    }

    /// <summary>Writes the descriptors into an array that is open.</summary>
    /// <param name="json">The writer.</param>
    public void Write(Utf8JsonWriter json)
    {
        for (int i = 0; i < _assessment.Rules.Length; i++) Write(json, _assessment.Rules[i], _limits[i]);
    }

    /// <summary>The level of a breach.</summary>
    /// <param name="severity">How grave it is.</param>
    public static string LevelOf(Severity severity) => severity switch
    {
        Severity.Violation => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private void Write(Utf8JsonWriter json, RuleSummary rule, SortedSet<string>? limits)
    {
        string title = rule.Title.In(_language);
        string[] help = [.. Help(rule, limits)];
        json.WriteStartObject();
        json.WriteString("id", rule.Rule);
        SarifLog.WriteMessage(json, "shortDescription", title);
        SarifLog.WriteMessage(json, "fullDescription", rule.Source is { } source ? _lines.Say("machine.row", title, _lines.Law(source)) : title);
        SarifLog.WriteMessage(json, "help", string.Join('\n', help.Length == 0 ? [title] : help));
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("pack", rule.Pack);
        json.WriteString("area", rule.Area);
        json.WriteString("areaTitle", _assessment.Areas.GetValueOrDefault(rule.Area)?.In(_language));
        json.WriteString("subject", rule.Subject);
        json.WriteString("binding", FindingNames.Of(rule.Binding));
        json.WriteString("severity", FindingNames.Of(rule.Severity));
        if (rule.Source is { } law) WriteLaw(json, law);
        json.WriteString("problem.severity", rule.Severity switch { Severity.Violation => "error", Severity.Warning => "warning", _ => "recommendation" });
        JsonValues.WriteTexts(json, "tags", [rule.Area, FindingNames.Of(rule.Binding)]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteLaw(Utf8JsonWriter json, FindingSource law)
    {
        json.WriteString("instrument", law.Instrument.Title.In(_language));
        json.WriteString("number", law.Instrument.Number);
        json.WriteString("clause", law.Clause);
        json.WriteString("issuer", law.Instrument.Issuer?.In(_language));
        JsonValues.WriteDate(json, "since", law.Since);
        json.WriteString("certainty", FindingNames.Of(law.Instrument.Certainty));
    }

    private IEnumerable<string> Help(RuleSummary rule, SortedSet<string>? limits)
    {
        if (rule.Source is { } source) yield return _lines.Say("machine.law", _lines.Law(source));
        if (limits is not null)
        {
            IEnumerable<string> shown = limits.Count > MostLimits ? limits.Take(MostLimits).Append(_lines.Say("machine.more")) : limits;
            yield return _lines.Say("machine.limit", string.Join(_lines.Say("machine.list"), shown));
        }

        if (rule.Remedy is { } remedy) yield return _lines.Say("machine.remedy", remedy.In(_language));
    }
}
