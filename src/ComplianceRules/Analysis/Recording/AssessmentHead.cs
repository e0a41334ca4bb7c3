using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Reads what stands at the top of an assessment: the whole document in JSON, one line in NDJSON: the last, in files of former versions the first.</summary>
/// <param name="tokens">Stands on the opening bracket.</param>
/// <param name="draft">Takes what is read.</param>
/// <param name="findings">Reads the findings where they stand in the document.</param>
internal sealed class AssessmentHead(AssessmentTokens tokens, AssessmentDraft draft, AssessmentFindings findings)
{
    private const string Version = "1";

    private readonly List<PackIdentity> _packs = [];
    private bool _hasDay;
    private bool _hasFindings;

    /// <summary>Whether it was read.</summary>
    public bool IsRead => _hasDay;

    /// <summary>Reads it to its closing bracket.</summary>
    /// <param name="mustList">Whether the findings must stand in it.</param>
    /// <exception cref="DataReadingException">It is something else.</exception>
    public void Read(bool mustList)
    {
        SourceSpan start = tokens.Span;
        tokens.Object("assessment", AssessmentKeys.Head, ReadMember);
        if (!_hasDay) throw new DataReadingException(new Diagnostic(DiagnosticCodes.AssessmentExpected, start));
        draft.Set(head => head with { Packs = [.. _packs] });
        if (mustList && !_hasFindings) tokens.Report(DiagnosticCodes.AssessmentKeyMissing, start, tokens.Part, "findings");
    }

    private void ReadMember(string key)
    {
        switch (key)
        {
            case "schemaVersion":
                if (tokens.Value(key) is not Version and var version) tokens.Report(DiagnosticCodes.AssessmentVersion, tokens.Span, DataExcerpt.Of(version ?? "null"));
                break;
            case "asOf":
                _hasDay = true;
                DateOnly day = tokens.Date(key);
                draft.Set(head => head with { AsOf = day });
                break;
            case "packs":
                tokens.List(key, ReadPack);
                break;
            case "rules":
                tokens.List(key, ReadRule);
                break;
            case "notInForce":
                ImmutableArray<string> rules = tokens.Texts(key);
                draft.Set(head => head with { NotInForce = rules });
                break;
            case "only":
                RegionCode? only = tokens.Region(key);
                draft.Set(head => head with { Only = only });
                break;
            case "listsAll":
                bool listsAll = tokens.Bool(key);
                draft.Set(head => head with { ListsAll = listsAll });
                break;
            case "subjects":
                draft.AddNoSubjects();
                tokens.Map(key, table => draft.AddSubjects(table, tokens.Texts(table)));
                break;
            case "data":
                tokens.Object(key, AssessmentKeys.Data, ReadData);
                break;
            case "summary":
                tokens.Object(key, AssessmentKeys.Summary, ReadSummary);
                break;
            case "persons":
                tokens.List(key, ReadPersons);
                break;
            case "findings":
                _hasFindings = true;
                tokens.List(key, findings.Read);
                break;
            default:
                tokens.Skip();
                break;
        }
    }

    private void ReadPack()
    {
        PackIdentity pack = new(string.Empty, string.Empty, null, string.Empty);
        tokens.Object("packs", AssessmentKeys.Pack, key => pack = key switch
        {
            "id" => pack with { Id = tokens.Text(key) ?? string.Empty },
            "version" => pack with { Version = tokens.Text(key) ?? string.Empty },
            "region" => pack with { Region = tokens.Region(key) },
            "sha256" => pack with { Sha256 = tokens.Text(key) ?? string.Empty },
            _ => pack with { HasRows = tokens.Bool(key) },
        });
        _packs.Add(pack);
    }

    private void ReadRule()
    {
        RecordedRule rule = new(string.Empty, ShownCounts.None);
        tokens.Object("rules", AssessmentKeys.Rule, key => rule = ReadRule(rule, key));
        draft.Add(rule);
    }

    private RecordedRule ReadRule(RecordedRule rule, string key)
    {
        switch (key)
        {
            case "id":
                return rule with { Id = tokens.Text(key) ?? string.Empty };
            case "title":
                return rule with { Title = tokens.LocalText(key) };
            case "area":
                return rule with { Area = tokens.Text(key) };
            case "subject":
                return rule with { Subject = tokens.Text(key) };
            case "severity":
                return rule with { Severity = tokens.Word(key, FindingNames.Severities) };
            case "personal":
                return rule with { IsPersonal = tokens.Bool(key) };
            default:
                tokens.Skip();
                return rule;
        }
    }

    private void ReadData(string key)
    {
        if (key == "rows") tokens.Map(key, table => draft.AddRows(table, tokens.Count(table)));
        else tokens.Skip();
    }

    private void ReadSummary(string key)
    {
        if (key == "byRule") tokens.Map(key, rule => draft.AddCounts(rule, ReadCounts(rule)));
        else tokens.Skip();
    }

    private ShownCounts ReadCounts(string rule)
    {
        ShownCounts counts = ShownCounts.None;
        tokens.Object(rule, AssessmentKeys.Counts, key => counts = key switch
        {
            "compliant" => counts with { Compliant = tokens.Count(key) },
            "nonCompliant" => counts with { NonCompliant = tokens.Count(key) },
            "undetermined" => counts with { Undetermined = tokens.Count(key) },
            "notApplicable" => counts with { NotApplicable = tokens.Count(key) },
            _ => counts with { Waived = tokens.Count(key) },
        });
        return counts;
    }

    private void ReadPersons() => tokens.Object("persons", AssessmentKeys.Persons, key =>
    {
        if (key == "rule" && tokens.Text(key) is { } rule) draft.AddPersonal(rule);
        else tokens.Skip();
    });
}
