namespace ComplianceRules.Engine;

/// <summary>The limits that the stacks of a run set for one quotient.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class ProductLimits : StackValues
{
    private readonly ProductLimit?[] _byStack;

    /// <summary>Takes the limits.</summary>
    /// <param name="byStack">One for each stack of the run, or one alone for all; null where the limit is not known.</param>
    public ProductLimits(ProductLimit?[] byStack)
    {
        _byStack = byStack;
        IsUniform = byStack.All(l => l == byStack[0]);
    }

    /// <summary>Whether all stacks set the same limit.</summary>
    public bool IsUniform { get; }

    /// <summary>The limit of a stack; null where it is not known.</summary>
    /// <param name="stack">The stack's number.</param>
    public ProductLimit? this[int stack] => IsUniform ? _byStack[0] : _byStack[stack];

    public override bool AreSame(int stack, int other) => this[stack] == this[other];
}
