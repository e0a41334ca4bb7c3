using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using NRules;
using NRules.Fluent;

namespace ComplianceRules.NRules;

/// <summary>Rule classes of the application, written for NRules, that contribute findings to an assessment.</summary>
/// <remarks>
/// They match <see cref="FactRow"/> and yield <see cref="ContributedFinding"/>. Every row of the snapshot is a fact, persons too, so that what is listed changes no verdict; findings on
/// persons are listed only where the assessment lists persons, and else only counted. May be shared between threads where the rule classes may.
/// </remarks>
public sealed class NRulesContribution
{
    private const int FactsAtOnce = 10_000;
    private const int FewestFirings = 100_000;
    private const int FiringsOfRow = 1_000;

    private readonly ISessionFactory _sessions;

    private NRulesContribution(ISessionFactory sessions, FrozenDictionary<string, ContributedRule> rules)
    {
        _sessions = sessions;
        Rules = rules;
    }

    /// <summary>The rules by their ids.</summary>
    internal FrozenDictionary<string, ContributedRule> Rules { get; }

    /// <summary>Compiles the rule classes of an assembly, whether or not they are public.</summary>
    /// <param name="assembly">The assembly; its rule classes are found by reflection.</param>
    /// <param name="rules">What the findings are findings of.</param>
    /// <exception cref="ArgumentException">The assembly has no rule class, or two of the rules have one id.</exception>
    /// <exception cref="RuleActivationException">A rule class cannot be made.</exception>
    /// <exception cref="RuleDefinitionException">NRules cannot read what a rule class defines.</exception>
    public static NRulesContribution Of(Assembly assembly, IEnumerable<ContributedRule> rules)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return Of(assembly.GetTypes().Where(IsRuleClass), rules);
    }

    /// <summary>Compiles rule classes, whether or not they are public.</summary>
    /// <param name="classes">The rule classes.</param>
    /// <param name="rules">What the findings are findings of.</param>
    /// <exception cref="ArgumentException">There is no rule class, a type is none, or two of the rules have one id.</exception>
    /// <exception cref="RuleActivationException">A rule class cannot be made.</exception>
    /// <exception cref="RuleDefinitionException">NRules cannot read what a rule class defines.</exception>
    public static NRulesContribution Of(IEnumerable<Type> classes, IEnumerable<ContributedRule> rules)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(rules);
        Type[] found = [.. classes];
        if (found.Length == 0) throw new ArgumentException("there is no rule class", nameof(classes));
        if (found.FirstOrDefault(t => !IsRuleClass(t)) is { } other) throw new ArgumentException($"`{other}` is no rule class that can be made", nameof(classes));
        FrozenDictionary<string, ContributedRule> byId = ById(rules);
        RuleRepository repository = new();
        repository.Load(load => load.From(scan => scan.PrivateTypes().NestedTypes().Type(found)));
        return new NRulesContribution(repository.Compile(), byId);
    }

    /// <summary>Adds what the rules find to an assessment: findings after those that are there, and a line for each rule.</summary>
    /// <remarks>
    /// A line counts the rows that have a finding, a row with a breach as broken; of the others these rules say nothing, so that none counts as compliant. A finding that is yielded
    /// again is listed once. An <see cref="Assessment.Overview"/> that is there, and what <see cref="Plan.Reassess"/> makes of the assessment, know nothing of the findings.
    /// </remarks>
    /// <param name="assessment">The assessment.</param>
    /// <param name="snapshot">The facts that it is of.</param>
    /// <param name="cancellation">Stops the session between blocks of facts and between firings; a condition or action that does not return is not stopped.</param>
    /// <exception cref="ArgumentException">The snapshot is of another schema than the assessment, the assessment has a rule of the same id already, or the facts have no table for a rule's subject.</exception>
    /// <exception cref="InvalidOperationException">
    /// A rule class found something of a rule that was not given, or of a row of another table than the rule's subject or of another snapshot; or rule classes fire without end.
    /// </exception>
    /// <exception cref="RuleLhsExpressionEvaluationException">A condition of a rule class threw; what it threw is inside.</exception>
    /// <exception cref="RuleRhsExpressionEvaluationException">An action of a rule class threw; what it threw is inside.</exception>
    /// <exception cref="OperationCanceledException">The session was stopped.</exception>
    public Assessment AddTo(Assessment assessment, Snapshot snapshot, CancellationToken cancellation = default) => AddTo(assessment, snapshot, _ => true, cancellation);

    /// <summary>Adds what some of the rules find.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="snapshot">The facts that it is of.</param>
    /// <param name="isWanted">Which rules are wanted.</param>
    /// <param name="cancellation">Stops the session.</param>
    internal Assessment AddTo(Assessment assessment, Snapshot snapshot, Func<ContributedRule, bool> isWanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot.Schema != assessment.Schema) throw new ArgumentException("the snapshot is of another schema than the assessment", nameof(snapshot));
        ContributedRule[] wanted = [.. Rules.Values.Where(isWanted).OrderBy(r => r.FullId, StringComparer.Ordinal)];
        Check(wanted, assessment, snapshot);
        if (wanted.Length == 0) return assessment;
        ContributionFindings findings = new(Rules, assessment, snapshot);
        ImmutableArray<Finding> found = findings.Of(Yielded(snapshot, cancellation), wanted);
        return assessment with
        {
            Findings = FindingList.Of(assessment.Findings.Concat(found.Where(findings.IsListed))),
            Rules = [.. assessment.Rules, .. wanted.Select(r => findings.SummaryOf(r, found))],
        };
    }

    private static void Check(IEnumerable<ContributedRule> rules, Assessment assessment, Snapshot snapshot)
    {
        HashSet<string> judged = assessment.Rules.Select(r => r.Rule).ToHashSet(StringComparer.Ordinal);
        foreach (ContributedRule rule in rules)
        {
            if (!judged.Add(rule.FullId)) throw new ArgumentException($"the assessment has a rule `{rule.FullId}` already", nameof(assessment));
            if (snapshot.Schema.Table(rule.Subject) is null) throw new ArgumentException($"`{rule.FullId}` is of `{rule.Subject}`, and the facts have no such table", nameof(snapshot));
        }
    }

    private ContributedFinding[] Yielded(Snapshot snapshot, CancellationToken cancellation)
    {
        ISession session = _sessions.CreateSession();
        foreach (FactRow[] facts in snapshot.Tables.SelectMany(t => Enumerable.Range(0, t.Count).Select(row => new FactRow(snapshot, t, row))).Chunk(FactsAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            session.InsertAll(facts);
        }

        long rows = snapshot.Tables.Sum(t => (long)t.Count);
        int most = (int)Math.Clamp(rows * FiringsOfRow, FewestFirings, int.MaxValue);
        int fired = session.Fire(most, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (fired == most) throw new InvalidOperationException($"the rule classes fired {most} times and have not come to an end: one of them goes on to find what it fires for");
        return [.. session.Query<ContributedFinding>()];
    }

    private static FrozenDictionary<string, ContributedRule> ById(IEnumerable<ContributedRule> rules)
    {
        Dictionary<string, ContributedRule> byId = new(StringComparer.Ordinal);
        foreach (ContributedRule rule in rules)
        {
            if (!byId.TryAdd(rule.Id, rule)) throw new ArgumentException($"two rules have the id `{rule.Id}`", nameof(rules));
        }

        return byId.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool IsRuleClass(Type type) => type is { IsAbstract: false, ContainsGenericParameters: false } && typeof(global::NRules.Fluent.Dsl.Rule).IsAssignableFrom(type);
}
