namespace ComplianceRules.Engine;

/// <summary>The limits by key that the stacks of a run set for one comparison.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class KeyedLimitSet : StackValues
{
    private readonly KeyedLimits[] _byStack;

    /// <summary>Takes the limits.</summary>
    /// <param name="byStack">One set for each stack of the run.</param>
    /// <param name="keys">The keys that are asked about, by stack.</param>
    public KeyedLimitSet(KeyedLimits[] byStack, Func<int, ulong> keys)
    {
        Dictionary<KeyedLimits, KeyedLimits> distinct = [];
        _byStack = [.. byStack.Select(l => distinct.TryGetValue(l, out KeyedLimits? same) ? same : distinct[l] = l)];
        IsUniform = distinct.Count == 1;
        IsSure = Enumerable.Range(0, byStack.Length).All(s => (keys(s) & ~byStack[s].Known) == 0 && (keys(s) & byStack[s].Never) == 0);
    }

    /// <summary>Says that the columns are too wide for limits by key.</summary>
    public static KeyedLimitSet TooWide { get; } = new([], _ => 0);

    /// <summary>Whether the columns are too wide, so that there are no limits.</summary>
    public bool IsTooWide => _byStack.Length == 0;

    /// <summary>Whether all stacks set the same limits.</summary>
    public bool IsUniform { get; }

    /// <summary>Whether every stack has a limit for every key asked about, so that every answer is known, and every limit can be met.</summary>
    public bool IsSure { get; }

    /// <summary>The limits of a stack; stacks with the same limits have the same object.</summary>
    /// <param name="stack">The stack's number.</param>
    public KeyedLimits this[int stack] => _byStack[stack];

    public override bool AreSame(int stack, int other) => _byStack[stack] == _byStack[other];
}
