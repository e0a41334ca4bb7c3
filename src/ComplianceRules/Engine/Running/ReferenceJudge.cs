using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The engine that defines the meaning: row by row, exact.</summary>
/// <param name="interpreter">Evaluates one row.</param>
/// <param name="cancellation">Stops the run between rows.</param>
internal sealed class ReferenceJudge(ReferenceInterpreter interpreter, CancellationToken cancellation) : IBlockJudge
{
    public void Judge(TypedExpression condition, RowBlock rows, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (interpreter.Evaluate(condition, new RowFrames(rows.Table, rows.Start + i, rows.Parameters)) is BoolValue answer)
                ValidityBits.Set(answer.Truth ? isTrue : isFalse, i);
        }
    }
}
