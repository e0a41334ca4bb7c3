using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The limits that the stacks of a run set for one comparison.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class LimitSet : StackValues
{
    private readonly CellLimit[] _byStack;

    /// <summary>Takes the limits.</summary>
    /// <param name="byStack">One for each stack of the run, or one alone for all.</param>
    /// <param name="form">What is asked of a cell.</param>
    /// <param name="kind">How wide cells are.</param>
    public LimitSet(CellLimit[] byStack, LimitForm form, CellKind kind)
    {
        _byStack = byStack;
        AreCells = Array.TrueForAll(byStack, limit => limit.IsCell(form, kind));
        IsUniform = !byStack.AsSpan().ContainsAnyExcept(byStack[0]);
    }

    /// <summary>Whether all stacks set the same limit.</summary>
    public bool IsUniform { get; }

    /// <summary>Whether cells can be compared with every limit as with a cell of their own.</summary>
    public bool AreCells { get; }

    /// <summary>The limit of a stack.</summary>
    /// <param name="stack">The stack's number.</param>
    public CellLimit this[int stack] => _byStack.Length == 1 ? _byStack[0] : _byStack[stack];

    public override bool AreSame(int stack, int other) => this[stack] == this[other];
}
