using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>A comparison of a rule, at one value of a parameter where the pack gives some, and which of its sides cases have shown so far.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="text">The comparison in canonical text.</param>
/// <param name="hasLimit">Whether its limit is a point of its own that some row can stand at.</param>
internal sealed class Boundary(string text, bool hasLimit)
{
    private readonly bool[] _shown = [false, false, !hasLimit];

    /// <summary>The parameter whose value it is measured at; null where it reads none that the pack gives values.</summary>
    public ParameterExpression? Parameter { get; init; }

    /// <summary>The value; null where there is none.</summary>
    public ParameterEntry? Entry { get; init; }

    /// <summary>Whether every side has been shown.</summary>
    public bool IsCovered => _shown.AsSpan().IndexOf(false) < 0;

    /// <summary>Takes note of what a row has shown.</summary>
    /// <param name="side">The side.</param>
    public void Show(BoundarySide side) => _shown[(int)side] = true;

    /// <summary>What has been shown and what not.</summary>
    public BoundaryCoverage Coverage() => new(text, ValueOf(), [.. Enum.GetValues<BoundarySide>().Where(s => !_shown[(int)s])]);

    private BoundaryValue? ValueOf() => Entry is not { } entry || Parameter is not { } parameter
        ? null
        : new BoundaryValue(parameter.Name, entry.Key, entry.Written.From, entry.Written.Season, new FindingValue(parameter.Type.Kind, entry.Value.Text));
}
