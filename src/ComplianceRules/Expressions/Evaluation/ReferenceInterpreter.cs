using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Defines what an expression means: row by row, in exact fractions, three-valued.</summary>
/// <remarks>Holds no state of its own; may be shared between threads where the lookup may.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="asOf">The day of assessment.</param>
/// <param name="verdicts">Answers for other rules.</param>
internal sealed class ReferenceInterpreter(Snapshot snapshot, DateOnly asOf, IVerdictLookup verdicts)
{
    /// <summary>The value of an expression.</summary>
    /// <param name="expression">A checked expression.</param>
    /// <param name="rows">The rows at hand.</param>
    public Value Evaluate(TypedExpression expression, RowFrames rows) => throw new NotImplementedException(snapshot.Title + asOf + verdicts);

    /// <summary>The facts without which an unknown expression cannot be decided, each path once, in ordinal order; none where it is known.</summary>
    /// <param name="expression">A checked expression.</param>
    /// <param name="rows">The rows at hand.</param>
    public ImmutableArray<MissingFact> Missing(TypedExpression expression, RowFrames rows) => throw new NotImplementedException();
}
