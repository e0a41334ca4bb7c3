using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Interop;
using RulesEngine.Models;

namespace ComplianceRules.RulesEngine;

/// <summary>Makes findings of what RulesEngine says of rows.</summary>
/// <param name="snapshot">The facts.</param>
internal sealed class HostedFindings(Snapshot snapshot)
{
    private const string Name = "name";

    /// <summary>The finding of a rule on a row.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="kept">What the first of its two workflow rules said.</param>
    /// <param name="broken">What the second said.</param>
    public Finding Of(ExportedRule rule, string table, int row, RuleResultTree kept, RuleResultTree broken)
    {
        string[] faults = [.. new[] { kept.ExceptionMessage, broken.ExceptionMessage }.Where(m => !string.IsNullOrEmpty(m)).Distinct(StringComparer.Ordinal)];
        if (faults.Length > 0) return Of(rule, table, row, Verdict.Undetermined, "failed", string.Join("; ", faults));
        return (kept.IsSuccess, broken.IsSuccess) switch
        {
            (true, false) => Of(rule, table, row, Verdict.Compliant, "kept"),
            (false, true) => Of(rule, table, row, Verdict.NonCompliant, "broken"),
            _ => Of(rule, table, row, Verdict.Undetermined, "open"),
        };
    }

    /// <summary>The finding on a row of which a fact cannot be said.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="field">The field of the fact.</param>
    public Finding Unsaid(ExportedRule rule, string table, int row, string field) => Of(rule, table, row, Verdict.Undetermined, "unsaid", field);

    private Finding Of(ExportedRule rule, string table, int row, Verdict verdict, string sentence, params string[] rest)
    {
        LocalText[] sentences = [HostTexts.Of(sentence, [rule.Title.In(TextLanguage.Chinese), .. rest]), HostTexts.Of(sentence, [rule.Title.In(TextLanguage.English), .. rest])];
        FactTable rows = snapshot.Table(table);
        return new Finding
        {
            Rule = rule.Id,
            Title = rule.Title,
            Area = rule.Area,
            Pack = rule.Pack,
            Subject = new Subject(table, rows.Key(row), rows.Column(Name) is TextColumn names && names.IsKnown(row) ? names[row] : null),
            Verdict = verdict,
            Severity = rule.Severity,
            Binding = rule.Binding,
            Unit = rule.Unit,
            Source = rule.Source,
            Remedy = rule.Remedy,
            Message = new LocalText(sentences[0].Chinese, sentences[1].English),
        };
    }
}
