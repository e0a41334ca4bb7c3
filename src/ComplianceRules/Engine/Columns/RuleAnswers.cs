using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>What rules said that others ask for, as far as they have been judged.</summary>
/// <remarks>Filled between the passes of a run; read by all threads of a pass.</remarks>
internal sealed class RuleAnswers : IVerdictLookup
{
    private readonly Dictionary<string, RuleBits> _bits = new(StringComparer.Ordinal);

    /// <summary>No rules at all.</summary>
    public static RuleAnswers None { get; } = new();

    /// <summary>What a rule said; null where it is not in force or meets no row.</summary>
    /// <param name="rule">The rule's full id.</param>
    public RuleBits? Find(string rule) => _bits.GetValueOrDefault(rule);

    /// <summary>Keeps what a rule said.</summary>
    /// <param name="rule">The rule's full id.</param>
    /// <param name="bits">What it said.</param>
    public void Keep(string rule, RuleBits bits) => _bits[rule] = bits;

    /// <summary>Forgets what rules said.</summary>
    public void Clear() => _bits.Clear();

    /// <inheritdoc/>
    public bool? Applies(string rule, int row) => Find(rule) is { } bits ? bits.Applies(row) : false;

    /// <inheritdoc/>
    public bool? Holds(string rule, int row) => Find(rule)?.Holds(row);

    /// <inheritdoc/>
    public ImmutableArray<MissingFact> Missing(string rule, int row) => [];
}
