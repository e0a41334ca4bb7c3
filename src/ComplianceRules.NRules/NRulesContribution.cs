using System.Collections.Frozen;
using System.Reflection;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using NRules;
using NRules.Fluent;

namespace ComplianceRules.NRules;

/// <summary>Rule classes of the application, written for NRules, that contribute findings to an assessment.</summary>
/// <remarks>
/// They match <see cref="FactRow"/> and yield <see cref="ContributedFinding"/>. Every row of the snapshot is a fact, those of persons only where the assessment lists persons. May be shared
/// between threads where the rule classes may.
/// </remarks>
public sealed class NRulesContribution
{
    private readonly ISessionFactory _sessions;
    private readonly FrozenDictionary<string, ContributedRule> _rules;

    private NRulesContribution(ISessionFactory sessions, FrozenDictionary<string, ContributedRule> rules)
    {
        _sessions = sessions;
        _rules = rules;
    }

    /// <summary>Compiles the rule classes of an assembly.</summary>
    /// <param name="assembly">The assembly; its rule classes are found by reflection.</param>
    /// <param name="rules">What the findings are findings of.</param>
    /// <exception cref="ArgumentException">The assembly has no rule class, or two of the rules have one id.</exception>
    public static NRulesContribution Of(Assembly assembly, IEnumerable<ContributedRule> rules)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return Of(assembly.GetTypes().Where(t => !t.IsAbstract && typeof(global::NRules.Fluent.Dsl.Rule).IsAssignableFrom(t)), rules);
    }

    /// <summary>Compiles rule classes.</summary>
    /// <param name="classes">The rule classes.</param>
    /// <param name="rules">What the findings are findings of.</param>
    /// <exception cref="ArgumentException">There is no rule class, or two of the rules have one id.</exception>
    public static NRulesContribution Of(IEnumerable<Type> classes, IEnumerable<ContributedRule> rules)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(rules);
        Type[] found = [.. classes];
        if (found.Length == 0) throw new ArgumentException("there is no rule class", nameof(classes));
        RuleRepository repository = new();
        repository.Load(load => load.From(found));
        return new NRulesContribution(repository.Compile(), rules.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal));
    }

    /// <summary>Adds what the rules find to an assessment: findings after those that are there, and a line for each rule.</summary>
    /// <remarks>A line counts the rows that have a finding; of the others these rules say nothing, so that none counts as compliant.</remarks>
    /// <param name="assessment">The assessment.</param>
    /// <param name="snapshot">The facts that it is of.</param>
    /// <param name="cancellation">Stops the session.</param>
    /// <exception cref="InvalidOperationException">A rule class found something of a rule that was not given, or of a row of another table than the rule's subject.</exception>
    /// <exception cref="RuleLhsExpressionEvaluationException">A condition of a rule class threw; what it threw is inside.</exception>
    /// <exception cref="OperationCanceledException">The session was stopped.</exception>
    public Assessment AddTo(Assessment assessment, Snapshot snapshot, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(snapshot);
        ISession session = _sessions.CreateSession();
        session.InsertAll(snapshot.Tables.Where(t => assessment.IncludesPersonal || !snapshot.Schema.IsPersonal(t.Schema.Name)).SelectMany(t => Enumerable.Range(0, t.Count).Select(row => new FactRow(snapshot, t, row))));
        session.Fire(cancellation);
        cancellation.ThrowIfCancellationRequested();
        RowSubjects subjects = new(snapshot);
        Finding[] findings = [.. session.Query<ContributedFinding>().Where(f => LiesWithin(assessment, snapshot, subjects, f.Row))
            .OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Row.Table, StringComparer.Ordinal).ThenBy(f => f.Row.Row).ThenBy(f => f.Message.English ?? f.Message.Chinese, StringComparer.Ordinal)
            .Select(f => FindingOf(f, subjects))];
        return assessment with
        {
            Findings = FindingList.Of(assessment.Findings.Concat(findings)),
            Rules = [.. assessment.Rules, .. _rules.Values.OrderBy(r => r.FullId, StringComparer.Ordinal).Select(r => SummaryOf(r, findings))],
        };
    }

    private static bool LiesWithin(Assessment assessment, Snapshot snapshot, RowSubjects subjects, FactRow row) =>
        assessment.Only is not { } only || (subjects.PlaceOf(row.Facts, row.Row).Region is { } region && snapshot.Schema.FormerCodes.Contains(only, region));

    private Finding FindingOf(ContributedFinding found, RowSubjects subjects)
    {
        if (!_rules.TryGetValue(found.Rule, out ContributedRule? rule)) throw new InvalidOperationException($"a rule class found something of `{found.Rule}`, which is none of the contributed rules");
        if (found.Row.Table != rule.Subject) throw new InvalidOperationException($"`{rule.FullId}` is of `{rule.Subject}`, and a rule class found something of `{found.Row}`");
        return new Finding
        {
            Rule = rule.FullId,
            Title = rule.Title,
            Area = rule.Area,
            Pack = rule.Source.Pack,
            Subject = subjects.Of(found.Row.Facts, found.Row.Row),
            Place = subjects.PlaceOf(found.Row.Facts, found.Row.Row),
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

    private static RuleSummary SummaryOf(ContributedRule rule, Finding[] findings)
    {
        ILookup<Verdict, Subject?> rows = findings.Where(f => f.Rule == rule.FullId).ToLookup(f => f.Verdict, f => f.Subject);
        VerdictCounts counts = VerdictCounts.None with { NonCompliant = rows[Verdict.NonCompliant].Distinct().Count(), Undetermined = rows[Verdict.Undetermined].Distinct().Count() };
        return new RuleSummary(rule.FullId, rule.Source.Pack, rule.Title, rule.Area, rule.Subject, rule.Binding, rule.Severity, counts) { Source = rule.Source, Remedy = rule.Remedy };
    }
}
