using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The facts that are missing, each with a number.</summary>
/// <remarks>For one row and one thread.</remarks>
internal sealed class FactLedger
{
    private readonly Dictionary<(string Path, UnknownReason Reason, int Row), int> _numbers = [];
    private readonly List<OpenFact> _facts = [];

    public int Count => _facts.Count;

    /// <summary>The number of a fact.</summary>
    public int NumberOf(OpenFact fact)
    {
        if (_numbers.TryGetValue((fact.Path, fact.Reason, fact.Row), out int known)) return known;
        _numbers.Add((fact.Path, fact.Reason, fact.Row), _facts.Count);
        _facts.Add(fact);
        return _facts.Count - 1;
    }

    /// <summary>Some facts in the ordinal order of their paths, then of reasons and rows.</summary>
    public ImmutableArray<int> Ordered(IEnumerable<int> numbers) =>
        [.. numbers.OrderBy(n => _facts[n].Path, StringComparer.Ordinal).ThenBy(n => _facts[n].Reason).ThenBy(n => _facts[n].Row)];

    /// <summary>Some facts as a finding names them: each path once for each reason, with its rows.</summary>
    public ImmutableArray<MissingFact> Named(IEnumerable<int> numbers) =>
    [
        .. numbers.Select(n => _facts[n]).GroupBy(f => (f.Path, f.Reason)).Select(g => new MissingFact(g.Key.Path, g.Key.Reason, g.Sum(f => f.Rows)))
            .OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Reason),
    ];
}
