namespace ComplianceRules.Engine;

/// <summary>The keys that have an entry of a parameter in the stacks of a run, one bit each.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class KeyedEntries : StackValues
{
    private readonly ulong[] _byStack;

    /// <summary>Takes the keys.</summary>
    /// <param name="byStack">Those of each stack of the run.</param>
    public KeyedEntries(ulong[] byStack)
    {
        _byStack = byStack;
        IsUniform = byStack.Length > 0 && !byStack.AsSpan().ContainsAnyExcept(byStack[0]);
    }

    /// <summary>Says that the column of the keys has too many of them.</summary>
    public static KeyedEntries TooWide { get; } = new([]);

    /// <summary>Whether there are too many keys to say anything.</summary>
    public bool IsTooWide => _byStack.Length == 0;

    /// <summary>Whether all stacks have entries for the same keys.</summary>
    public bool IsUniform { get; }

    /// <summary>The keys of a stack.</summary>
    /// <param name="stack">The stack's number.</param>
    public ulong this[int stack] => _byStack[stack];

    public override bool AreSame(int stack, int other) => _byStack[stack] == _byStack[other];
}
