using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>The values that a constant has in the stacks of a run.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class ConstantValues : StackValues
{
    private readonly Value[] _byStack;

    /// <summary>Takes the values.</summary>
    /// <param name="byStack">One for each stack of the run, or one alone for all.</param>
    public ConstantValues(Value[] byStack)
    {
        _byStack = byStack;
        IsUniform = byStack.Length > 0 && byStack.All(v => v.Equals(byStack[0]));
    }

    /// <summary>Whether it is the same in all stacks.</summary>
    public bool IsUniform { get; }

    /// <summary>The value in a stack.</summary>
    /// <param name="stack">The number of the stack.</param>
    public Value this[int stack] => IsUniform ? _byStack[0] : _byStack[stack];

    public override bool AreSame(int stack, int other) => this[stack].Equals(this[other]);
}
