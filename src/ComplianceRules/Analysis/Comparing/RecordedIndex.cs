using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Answers what an assessment says of any row under any rule, as far as it tells.</summary>
/// <remarks>Immutable once made. Nothing is guessed: what is not listed is kept only where the row is known to be in the data and the rule to be in force.</remarks>
internal sealed class RecordedIndex
{
    private readonly RecordedAssessment _assessment;
    private readonly Dictionary<RowKey, RecordedFinding> _findings;
    private readonly Dictionary<string, RecordedRule> _rules;
    private readonly HashSet<string> _notInForce;
    private readonly HashSet<(string Table, string Id)> _listed = [];
    private readonly HashSet<string> _lacking = new(StringComparer.Ordinal);

    public RecordedIndex(RecordedAssessment assessment)
    {
        _assessment = assessment;
        _findings = new(assessment.Findings.Length);
        _rules = assessment.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        _notInForce = new(assessment.NotInForce, StringComparer.Ordinal);
        foreach (RecordedFinding finding in assessment.Findings) Add(finding);
    }

    /// <summary>The rule of an id; null where it was not judged by.</summary>
    public RecordedRule? Rule(string id) => _rules.GetValueOrDefault(id);

    /// <summary>Whether a rule is known, in force or not.</summary>
    public bool Knows(string rule) => _rules.ContainsKey(rule) || _notInForce.Contains(rule);

    /// <summary>The finding of a row; null where none is listed.</summary>
    public RecordedFinding? Find(string rule, Subject row) => _findings.GetValueOrDefault(RowKey.Of(rule, row));

    /// <summary>What is said of a row.</summary>
    /// <param name="rule">The rule's full id.</param>
    /// <param name="row">The row.</param>
    /// <param name="place">Where the row lies; null where nobody tells.</param>
    public RecordedState StateOf(string rule, Subject row, FindingPlace? place)
    {
        if (Find(rule, row) is { } finding) return StateOf(finding.Verdict);
        if (Rule(rule) is not { } known) return StateWithout(rule);
        bool wasAsked = _assessment.Only is not { } only || (place?.Region is { } region && only.Contains(region));
        if (!wasAsked) return RecordedState.NotTold;
        return IsThere(row) switch
        {
            true => StateOfUnlisted(known),
            false => RecordedState.RowAbsent,
            null => RecordedState.NotTold,
        };
    }

    /// <summary>What is said of all rows of a rule together, where no row is named.</summary>
    public RecordedState StateOf(string rule)
    {
        if (Rule(rule) is null) return StateWithout(rule);
        return _lacking.Contains(rule) ? RecordedState.Undetermined : RecordedState.KeptOrNotConcerned;
    }

    private RecordedState StateWithout(string rule) => _notInForce.Contains(rule) ? RecordedState.RuleNotInForce : RecordedState.RuleAbsent;

    private static RecordedState StateOf(Verdict verdict) => verdict switch
    {
        Verdict.NonCompliant => RecordedState.NonCompliant,
        Verdict.Waived => RecordedState.Waived,
        Verdict.Compliant => RecordedState.Compliant,
        Verdict.NotApplicable => RecordedState.NotApplicable,
        _ => RecordedState.Undetermined,
    };

    private void Add(RecordedFinding finding)
    {
        if (finding.Subject is not { } row)
        {
            _lacking.Add(finding.Rule);
            return;
        }

        _findings[RowKey.Of(finding.Rule, row)] = finding;
        if (_assessment.Subjects is not null) return;
        _listed.Add((row.Table, row.Id));
        if (finding.Place?.School is { } school) _listed.Add((school.Table, school.Id));
    }

    private bool? IsThere(Subject row)
    {
        if (_assessment.Subjects?.GetValueOrDefault(row.Table) is { } rows) return rows.Contains(row.Id);
        if (_listed.Contains((row.Table, row.Id))) return true;

        // Rows that all lack the same column stand in no list, even where everything is listed.
        return _assessment.ListsAll && !_lacking.Any(rule => Rule(rule)?.Subject is not { } table || table == row.Table) ? false : null;
    }

    private RecordedState StateOfUnlisted(RecordedRule rule)
    {
        ShownCounts counts = rule.Counts;
        bool judgesAll = JudgesAll(rule);
        if (Total(counts) is 0) return RecordedState.NotApplicable;
        if (_lacking.Contains(rule.Id))
        {
            bool allLack = IsNone(counts.Compliant) && IsNone(counts.NotApplicable);
            return allLack || (_assessment.ListsAll && judgesAll) ? RecordedState.Undetermined : RecordedState.NotTold;
        }

        if (_assessment.ListsAll) return RecordedState.NotApplicable;
        return judgesAll && IsNone(counts.NotApplicable) ? RecordedState.Compliant : RecordedState.KeptOrNotConcerned;
    }

    // Else rows that the rule does not reach are neither kept nor let out.
    private bool JudgesAll(RecordedRule rule) =>
        rule.Subject is { } table && _assessment.Subjects?.GetValueOrDefault(table) is { } rows && Total(rule.Counts) == rows.Count;

    private static bool IsNone(ShownCount count) => count is { IsExact: true, Least: 0 };

    private static long? Total(ShownCounts counts)
    {
        ShownCount sum = counts.Compliant.Plus(counts.NonCompliant).Plus(counts.Undetermined).Plus(counts.NotApplicable).Plus(counts.Waived);
        return sum.IsExact ? sum.Least : null;
    }
}
