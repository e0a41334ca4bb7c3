using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.NRules;

/// <summary>Makes findings of what rule classes of the application yielded.</summary>
/// <param name="rules">The rules by their ids.</param>
/// <param name="assessment">The assessment that they are added to.</param>
/// <param name="snapshot">The facts.</param>
internal sealed class ContributionFindings(FrozenDictionary<string, ContributedRule> rules, Assessment assessment, Snapshot snapshot)
{
    private readonly RowSubjects _subjects = new(snapshot);

    /// <summary>The findings on rows that were asked for, by rule and row; one that was yielded again is there once.</summary>
    /// <param name="yielded">What rule classes yielded.</param>
    /// <param name="wanted">The rules asked for.</param>
    public ImmutableArray<Finding> Of(IEnumerable<ContributedFinding> yielded, IEnumerable<ContributedRule> wanted)
    {
        HashSet<string> ids = wanted.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (ContributedFinding found in yielded) Check(found);
        return
        [
            .. yielded.Where(f => ids.Contains(f.Rule) && LiesWithin(f.Row)).DistinctBy(f => (f.Rule, f.Row, f.Message, f.Observed, f.Limit, f.Unit, string.Join('\n', f.Missing)))
                .OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Row.Table, StringComparer.Ordinal).ThenBy(f => f.Row.Row).ThenBy(f => f.Message.English ?? f.Message.Chinese, StringComparer.Ordinal)
                .Select(FindingOf),
        ];
    }

    /// <summary>Whether a finding is listed: those on persons are where the assessment lists persons.</summary>
    /// <param name="finding">The finding.</param>
    public bool IsListed(Finding finding) => assessment.IncludesPersonal || !snapshot.Schema.IsPersonal(finding.Subject!.Table);

    /// <summary>The line of a rule: how many rows it found broken, and of how many of the others it could not say.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="findings">All findings.</param>
    public RuleSummary SummaryOf(ContributedRule rule, ImmutableArray<Finding> findings)
    {
        ILookup<Verdict, Subject?> rows = findings.Where(f => f.Rule == rule.FullId).ToLookup(f => f.Verdict, f => f.Subject);
        HashSet<Subject?> broken = [.. rows[Verdict.NonCompliant]];
        VerdictCounts counts = VerdictCounts.None with { NonCompliant = broken.Count, Undetermined = rows[Verdict.Undetermined].Distinct().Count(s => !broken.Contains(s)) };
        bool isMasked = !assessment.IncludesPersonal && snapshot.Schema.IsPersonal(rule.Subject);
        return new RuleSummary(rule.FullId, rule.Source.Pack, rule.Title, rule.Area, rule.Subject, rule.Binding, rule.Severity, counts)
        {
            Shown = isMasked ? PersonalMask.Of(counts) : ShownCounts.Exactly(counts),
            Source = rule.Source,
            Remedy = rule.Remedy,
        };
    }

    private void Check(ContributedFinding found)
    {
        if (found.Row is null || found.Message is null) throw new InvalidOperationException($"a rule class found something of `{found.Rule}` without a row or a message");
        if (found.Rule is null || !rules.TryGetValue(found.Rule, out ContributedRule? rule)) throw new InvalidOperationException($"a rule class found something of `{found.Rule}`, which is none of the contributed rules");
        if (found.Row.Table != rule.Subject) throw new InvalidOperationException($"`{rule.FullId}` is of `{rule.Subject}`, and a rule class found something of `{found.Row}`");
        if (!found.Row.IsOf(snapshot)) throw new InvalidOperationException($"a rule class found something of `{found.Row}` of another snapshot");
    }

    private bool LiesWithin(FactRow row) =>
        assessment.Only is not { } only || (_subjects.PlaceOf(row.Facts, row.Row).Region is { } region && snapshot.Schema.FormerCodes.Contains(only, region));

    private Finding FindingOf(ContributedFinding found)
    {
        ContributedRule rule = rules[found.Rule];
        return new Finding
        {
            Rule = rule.FullId,
            Title = rule.Title,
            Area = rule.Area,
            Pack = rule.Source.Pack,
            Subject = _subjects.Of(found.Row.Facts, found.Row.Row),
            Place = _subjects.PlaceOf(found.Row.Facts, found.Row.Row),
            Verdict = found.Missing.IsEmpty ? Verdict.NonCompliant : Verdict.Undetermined,
            Severity = rule.Severity,
            Binding = rule.Binding,
            Source = rule.Source,
            LimitSource = found.Limit is null ? null : rule.Source,
            Observed = found.Observed,
            Limit = found.Limit,
            Unit = found.Unit,
            Message = found.Message,
            Remedy = rule.Remedy,
            Missing = [.. found.Missing.Select(path => new MissingFact(path, UnknownReason.Absent))],
        };
    }
}
