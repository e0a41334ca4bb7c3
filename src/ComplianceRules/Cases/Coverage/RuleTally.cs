using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Cases;

/// <summary>Gathers what the cases of a pack show of one rule.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="rule">The rule.</param>
/// <param name="boundaries">Its comparisons.</param>
/// <param name="verdicts">The verdicts that a case is to expect.</param>
/// <param name="place">Where it stands in the pack.</param>
internal sealed class RuleTally(CheckedRule rule, RuleBoundaries boundaries, ImmutableArray<Verdict> verdicts, SourceSpan place)
{
    private readonly HashSet<Verdict> _shown = [];

    /// <summary>The rule.</summary>
    public CheckedRule Rule => rule;

    /// <summary>Takes note of a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="judged">What became of it.</param>
    /// <param name="sources">Where the values of parameters come from for the rule's pack.</param>
    public void Add(PackCase @case, JudgedCase judged, ParameterSources sources)
    {
        CaseExpectation[] expected = [.. @case.Expectations.Where(e => rule.IsNamed(e.Rule))];
        _shown.UnionWith(expected.Select(e => e.Verdict).OfType<Verdict>());
        if (expected.Length == 0 || boundaries.AreCovered) return;
        HashSet<string> laid = [.. @case.Parameters.Select(p => p.Name)];
        BoundaryObserver observer = new(boundaries, judged.Judge.Interpreter, sources, laid);
        FactTable table = judged.Facts.Table(rule.Rule.Subject);
        ParameterTable parameters = judged.Stack.ParametersOf(rule.Pack.Id);
        for (int row = 0; row < table.Count; row++)
        {
            string subject = $"{table.Schema.Name}:{table.Key(row)}";
            if (judged.IsWritten(table, row) && expected.Any(e => e.Subject is null || e.Subject == subject)) observer.Look(new RowFrames(table, row, parameters));
        }
    }

    /// <summary>What has been shown and what not.</summary>
    /// <param name="pack">The id of the pack whose cases were measured.</param>
    public RuleCoverage Coverage(string pack) => new(pack, rule.FullId, place)
    {
        Boundaries = [.. boundaries.All.Select(b => b.Coverage())],
        Verdicts = verdicts,
        MissingVerdicts = [.. verdicts.Where(v => !_shown.Contains(v))],
    };
}
