using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A condition on lists whose items do not tell the stack of the row that has the list: answered by columns where all stacks agree on what it reads of them.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="agreed">The condition with the values agreed on.</param>
/// <param name="otherwise">The condition as the interpreter knows it.</param>
internal sealed class AgreedNode(int slot, TruthNode agreed, TruthNode otherwise) : TruthNode(slot)
{
    /// <summary>The pack whose names for parameters it uses.</summary>
    public required string Pack { get; init; }

    /// <summary>What it reads of the stack.</summary>
    public required StackReads Reads { get; init; }

    public override void Judge(ColumnScope scope, TruthBuffer into) => into.SetSame(scope.Truth(scope.Bound.Binding.Agree(this) ? agreed : otherwise));
}
