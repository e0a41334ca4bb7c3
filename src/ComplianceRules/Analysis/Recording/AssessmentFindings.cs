using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Reads the findings of an assessment, and whether they are all there.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="tokens">Reads the values.</param>
/// <param name="draft">Takes the findings.</param>
internal sealed class AssessmentFindings(AssessmentTokens tokens, AssessmentDraft draft)
{
    private readonly HashSet<RowKey> _seen = [];
    private readonly HashSet<string> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _breaches = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? School, string? Region), FindingPlace> _places = [];

    /// <summary>Reads the finding whose bracket was read.</summary>
    public void Read()
    {
        SourceSpan start = tokens.Span;
        RecordedFinding finding = new() { Rule = string.Empty, Pack = string.Empty, Verdict = default, Severity = default, Message = LocalText.Empty };
        tokens.Object("findings", AssessmentKeys.Finding, key => finding = ReadMember(finding, key));
        if (finding.Rule.Length == 0) return;
        if (finding.Subject is { } row && !_seen.Add(RowKey.Of(finding.Rule, row))) tokens.Report(DiagnosticCodes.AssessmentFindingTwice, start, finding.Rule, DataExcerpt.Of(row.ToString()));
        draft.Add(finding);
        _rules.Add(finding.Rule);
        if (finding.Verdict == Verdict.NonCompliant) _breaches[finding.Rule] = _breaches.GetValueOrDefault(finding.Rule) + 1;
    }

    /// <summary>Reports where the summary counts other breaches than are listed; rows of persons need not be.</summary>
    /// <param name="place">Where it is reported.</param>
    public void CheckWhole(SourceSpan place)
    {
        foreach ((string rule, ShownCounts counts) in draft.Counts)
        {
            long listed = _breaches.GetValueOrDefault(rule);
            bool isWhole = !counts.NonCompliant.IsExact || counts.NonCompliant.Least == listed || (listed == 0 && draft.IsPersonal(rule));
            if (!isWhole) tokens.Report(DiagnosticCodes.AssessmentNotWhole, place, rule, counts.NonCompliant.ToString(), listed.ToString(CultureInfo.InvariantCulture));
        }

        foreach (string rule in _rules.Where(r => !draft.Counts.ContainsKey(r)).Order(StringComparer.Ordinal))
            tokens.Report(DiagnosticCodes.AssessmentRuleUnknown, place, DataExcerpt.Of(rule));
    }

    private RecordedFinding ReadMember(RecordedFinding finding, string key)
    {
        switch (key)
        {
            case "rule":
                return finding with { Rule = tokens.Text(key) ?? string.Empty };
            case "pack":
                return finding with { Pack = tokens.Text(key) ?? string.Empty };
            case "subject":
                return finding with { Subject = ReadSubject() };
            case "rows":
                return finding with { Rows = tokens.Count(key) };
            case "place":
                return finding with { Place = ReadPlace() };
            case "verdict":
                return finding with { Verdict = tokens.Word(key, FindingNames.Verdicts) };
            case "severity":
                return finding with { Severity = tokens.Word(key, FindingNames.Severities) };
            case "observed":
                return finding with { Observed = tokens.Value(key) };
            case AssessmentKeys.Limit:
                return finding with { Limit = tokens.Value(key) };
            case "margin":
                return finding with { Margin = tokens.Number(key) };
            case "unit":
                return finding with { Unit = tokens.OptionalText(key) };
            case "message":
                return finding with { Message = tokens.LocalText(key) };
            case "missing":
                return finding with { Missing = tokens.Texts(key) };
            default:
                tokens.Skip();
                return finding;
        }
    }

    private Subject? ReadSubject()
    {
        if (tokens.Kind == JsonTokenType.Null) return null;
        (string? table, string? id, string? name) = (null, null, null);
        tokens.Object("subject", AssessmentKeys.Subject, key =>
        {
            if (key == "table") table = tokens.Text(key);
            else if (key == "id") id = tokens.Text(key);
            else name = tokens.OptionalText(key);
        });
        return new Subject(table ?? string.Empty, id ?? string.Empty, name);
    }

    private FindingPlace ReadPlace()
    {
        (string? school, string? schoolName, RegionCode? region, string? regionName) = (null, null, null, null);
        tokens.Object("place", AssessmentKeys.Place, key =>
        {
            if (key == "school") school = tokens.OptionalText(key);
            else if (key == "schoolName") schoolName = tokens.OptionalText(key);
            else if (key == "region") region = tokens.Region(key);
            else regionName = tokens.OptionalText(key);
        });
        (string?, string?) known = (school, region?.Text);
        if (_places.TryGetValue(known, out FindingPlace? kept) && kept.School?.Name == schoolName && kept.RegionName == regionName) return kept;
        return _places[known] = new FindingPlace(school is null ? null : new Subject(BaseTables.School, school, schoolName), region, regionName);
    }
}
