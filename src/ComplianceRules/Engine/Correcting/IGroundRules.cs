using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Finds the rules that other rules ask for.</summary>
internal interface IGroundRules
{
    /// <summary>The rule that answers where one is named, of a row, and whether a breach of it would be excused; null where none is in force there.</summary>
    /// <param name="rule">The full id that findings know it by.</param>
    /// <param name="row">The row, in the table of the rule's subject.</param>
    (CheckedRule Rule, RowFrames Row, bool IsExcused)? Find(string rule, int row);
}
