using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>What was read of an assessment so far.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class AssessmentDraft
{
    private readonly Dictionary<string, RecordedRule> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShownCounts> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _personal = new(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, ShownCount>.Builder _rows = ImmutableSortedDictionary.CreateBuilder<string, ShownCount>(StringComparer.Ordinal);
    private readonly ImmutableArray<RecordedFinding>.Builder _findings = ImmutableArray.CreateBuilder<RecordedFinding>();
    private RecordedAssessment _head = new() { AsOf = default, Packs = [], NotInForce = [], Rules = [], Findings = [] };
    private ImmutableSortedDictionary<string, FrozenSet<string>>? _subjects;

    public IReadOnlyDictionary<string, ShownCounts> Counts => _counts;

    /// <summary>Whether a finding was read.</summary>
    public bool HasFindings => _findings.Count > 0;

    /// <summary>Changes what stands at the head.</summary>
    public void Set(Func<RecordedAssessment, RecordedAssessment> change) => _head = change(_head);

    public void Add(RecordedRule rule) => _told[rule.Id] = _told.TryGetValue(rule.Id, out RecordedRule? first) ? first with { Severity = Graver(first.Severity, rule.Severity) } : rule;

    public void AddCounts(string rule, ShownCounts counts) => _counts[rule] = counts;

    public void AddPersonal(string rule) => _personal.Add(rule);

    public void AddRows(string table, ShownCount rows) => _rows[table] = rows;

    public void AddSubjects(string table, IEnumerable<string> ids) =>
        _subjects = (_subjects ?? ImmutableSortedDictionary.Create<string, FrozenSet<string>>(StringComparer.Ordinal)).SetItem(table, ids.ToFrozenSet(StringComparer.Ordinal));

    public void AddNoSubjects() => _subjects ??= ImmutableSortedDictionary.Create<string, FrozenSet<string>>(StringComparer.Ordinal);

    public void Add(RecordedFinding finding) => _findings.Add(finding);

    /// <summary>Whether the rows of a rule are persons, as far as that was read.</summary>
    public bool IsPersonal(string rule) => _personal.Contains(rule) || _told.GetValueOrDefault(rule) is { IsPersonal: true };

    public RecordedAssessment Finish() => _head with
    {
        Rules = [.. _counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => RuleOf(c.Key, c.Value))],
        Rows = _rows.ToImmutable(),
        Subjects = _subjects,
        Findings = _findings.DrainToImmutable(),
    };

    private RecordedRule RuleOf(string id, ShownCounts counts) => (_told.GetValueOrDefault(id) ?? new RecordedRule(id, counts)) with { Counts = counts, IsPersonal = IsPersonal(id) };

    private static Severity? Graver(Severity? one, Severity? other) => one > other ? one : other;
}
