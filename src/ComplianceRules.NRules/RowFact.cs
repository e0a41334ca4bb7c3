using ComplianceRules.Expressions;

namespace ComplianceRules.NRules;

/// <summary>A row that a condition is asked of, as a fact of a session.</summary>
/// <remarks>For one session.</remarks>
/// <param name="place">Which row of the block it is.</param>
/// <param name="rows">The row, and the parameters in force for it.</param>
/// <param name="interpreter">Reads facts and parameters.</param>
internal sealed class RowFact(int place, RowFrames rows, ReferenceInterpreter interpreter)
{
    /// <summary>Which row of the block it is.</summary>
    public int Place => place;

    /// <summary>What the rules that fired said; null where none did.</summary>
    public bool? Answer { get; private set; }

    /// <summary>A fact, a parameter, or a part that the engine has no words for.</summary>
    /// <param name="part">The part.</param>
    public Value ValueOf(TypedExpression part) => interpreter.Evaluate(part, rows);

    /// <summary>Takes what a rule says of the row.</summary>
    /// <param name="answer">What it says.</param>
    public void Say(bool answer) => Answer = answer;
}
