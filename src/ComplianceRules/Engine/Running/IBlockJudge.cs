using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Answers a condition for a block of rows. The one face of every engine.</summary>
internal interface IBlockJudge
{
    /// <summary>Sets one bit a row, the block's first row first: in one map where the condition is true, in the other where it is false; in neither where it is unknown.</summary>
    /// <param name="condition">A checked condition.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="isTrue">All bits clear on entry.</param>
    /// <param name="isFalse">All bits clear on entry.</param>
    void Judge(TypedExpression condition, RowBlock rows, Span<ulong> isTrue, Span<ulong> isFalse);
}
