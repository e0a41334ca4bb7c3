using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>The verdicts of one side.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class JudgedSide : IDisposable
{
    private readonly Judgement _judgement;
    private readonly ILookup<string, (int Number, CheckedRule Rule)> _rules;

    private JudgedSide(Snapshot snapshot, Judgement judgement, ImmutableArray<CheckedRule> rules)
    {
        Snapshot = snapshot;
        _judgement = judgement;
        _rules = rules.Select((rule, number) => (Number: number, Rule: rule)).ToLookup(r => r.Rule.Id, StringComparer.Ordinal);
    }

    /// <summary>The facts.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>The ids that findings know the rules by.</summary>
    public IEnumerable<string> Rules => _rules.Select(r => r.Key);

    /// <summary>Judges.</summary>
    /// <param name="side">Packs and data.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static JudgedSide Of(ImpactSide side, DateOnly asOf, CancellationToken cancellation)
    {
        Plan plan = Plan.For(side.Catalogue, asOf);
        return new JudgedSide(side.Snapshot, plan.Judge(side.Snapshot, side.Run, cancellation), [.. plan.InForce.Where(side.Run.Selects)]);
    }

    /// <summary>The rule that stands furthest out of those that go by an id; null where there is none.</summary>
    /// <param name="id">The id.</param>
    public CheckedRule? Rule(string id) => _rules[id].Select(r => r.Rule).FirstOrDefault();

    /// <summary>The table that an id's rules judge; null where there is none.</summary>
    /// <param name="id">The id.</param>
    public FactTable? Table(string id) => Rule(id) is { } rule ? Snapshot.Table(rule.Rule.Subject) : null;

    /// <summary>What the rules of an id say of a row; null where none judges it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="row">The row; below 0 for none.</param>
    public Verdict? VerdictOf(string id, int row)
    {
        if (row < 0) return null;
        foreach ((int number, _) in _rules[id])
        {
            if (_judgement.VerdictOf(number, row) is { } verdict) return verdict;
        }

        return null;
    }

    public void Dispose() => _judgement.Dispose();
}
