using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A condition whose answer follows from some facts of one row, for the interpreter.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
/// <param name="Condition">The condition.</param>
/// <param name="Frame">The frame by whose number the condition means the row.</param>
/// <param name="Pack">The pack whose names for parameters it uses; null where it reads nothing of the stack.</param>
internal sealed record RecalledQuestion(TypedExpression Condition, int Frame, string? Pack)
{
    private static readonly ParameterTable Nothing = new([]);

    /// <summary>What the condition reads of the stack.</summary>
    public StackReads Reads { get; } = StackReads.In(Condition);

    /// <summary>Whether all stacks that have the pack agree on what is read of them.</summary>
    public bool IsAgreed { get; init; }

    /// <summary>The values of the parameters in a stack; null where it does not have the pack.</summary>
    /// <param name="stack">The stack; not needed where no parameters are read.</param>
    public ParameterTable? ParametersOf(PackStack? stack)
    {
        if (Pack is null) return Nothing;
        return stack is not null && stack.Packs.Contains(Pack) ? stack.ParametersOf(Pack) : null;
    }

    /// <summary>The answer for a row; null for unknown.</summary>
    /// <param name="interpreter">Who is asked.</param>
    /// <param name="table">The rows.</param>
    /// <param name="row">The row.</param>
    /// <param name="parameters">The values of parameters.</param>
    public bool? Ask(ReferenceInterpreter interpreter, FactTable table, int row, ParameterTable parameters)
    {
        // Only the row of that frame is read; those around it stand in for others.
        RowFrames rows = new(table, row, parameters) { Items = [.. Enumerable.Repeat(ListItem.Of(table, row), Frame)] };
        return (interpreter.Evaluate(Condition, rows) as BoolValue)?.Truth;
    }
}
