using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>What rules said that others ask for, as far as they have been judged.</summary>
/// <remarks>Filled between the passes of a run; read by all threads of a pass.</remarks>
internal sealed class RuleAnswers : IVerdictLookup
{
    private readonly Dictionary<string, List<RuleBits>> _bits = new(StringComparer.Ordinal);

    /// <summary>No rules at all.</summary>
    public static RuleAnswers None { get; } = new();

    /// <summary>What a rule said and those that take its place, each of other rows; none where no such rule is in force or meets a row.</summary>
    /// <param name="rule">The full id that findings know them by.</param>
    public IReadOnlyList<RuleBits> Find(string rule) => _bits.TryGetValue(rule, out List<RuleBits>? found) ? found : [];

    /// <summary>Keeps what a rule said, in place of what it said before of the same rows.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="bits">What it said.</param>
    public void Keep(CheckedRule rule, RuleBits bits)
    {
        if (!_bits.TryGetValue(rule.Id, out List<RuleBits>? kept)) _bits.Add(rule.Id, kept = []);
        int known = kept.FindIndex(b => b.Rows == bits.Rows);
        if (known < 0) kept.Add(bits);
        else kept[known] = bits;
    }

    /// <summary>What is judged; null where nothing is.</summary>
    public SnapshotBinding? Binding { get; private set; }

    /// <summary>Begins a run: forgets what rules said.</summary>
    /// <param name="binding">What is judged.</param>
    public void Begin(SnapshotBinding binding)
    {
        Clear();
        Binding = binding;
    }

    /// <summary>Whether a rule, or one that takes its place, may judge rows below one of a stack.</summary>
    /// <param name="asked">What is asked.</param>
    /// <param name="rule">The full id that findings know them by.</param>
    /// <param name="stack">The stack.</param>
    public bool Reaches(RuleSaysExpression asked, string rule, PackStack? stack) => Find(rule).Any(bits => bits.Rule.Reaches(asked, stack));

    /// <summary>Forgets what rules said.</summary>
    public void Clear()
    {
        _bits.Clear();
        Binding = null;
    }

    /// <inheritdoc/>
    public bool? Applies(string rule, int row) => BitsOf(rule, row) is { } bits ? bits.Applies(row) : false;

    /// <inheritdoc/>
    public bool? Holds(string rule, int row) => BitsOf(rule, row)?.Holds(row);

    /// <inheritdoc/>
    public bool? Says(RuleSaysExpression asked, string rule, int row) => asked.Asked == RuleSaying.Reaches ? Reaches(asked, rule, Binding!.StacksOfRows.Of(Binding.Snapshot.Table(asked.Above), row)) :
        BitsOf(rule, row) is { } bits && bits.Rule.IsPartOf(asked) ? bits.Says(asked.Asked, row) : asked.Asked != RuleSaying.Concerns;

    /// <inheritdoc/>
    public ImmutableArray<MissingFact> Missing(string rule, int row) => [];

    private RuleBits? BitsOf(string rule, int row)
    {
        foreach (RuleBits bits in Find(rule))
        {
            if (bits.InStack(row)) return bits;
        }

        return null;
    }
}
