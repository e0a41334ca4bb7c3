namespace ComplianceRules.Engine;

/// <summary>The periods and limits of each stack of a run.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
/// <param name="byStack">One for each stack; the same object for stacks that have the same.</param>
internal sealed class FrequencyTerms(StackPeriods[] byStack) : StackValues
{
    /// <summary>Those of a stack.</summary>
    /// <param name="stack">The number of the stack.</param>
    public StackPeriods this[int stack] => byStack[stack];

    public override bool AreSame(int stack, int other) => ReferenceEquals(byStack[stack], byStack[other]);
}
