using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A part of a rule as it stands there, to be read anew where facts have changed.</summary>
/// <param name="Expression">The part.</param>
/// <param name="Rows">The rows at hand.</param>
internal sealed record GroundReading(TypedExpression Expression, RowFrames Rows)
{
    /// <summary>What it can be.</summary>
    /// <param name="reader">Reads the facts.</param>
    public ValueRange Range(ReferenceInterpreter reader) => TypeRanges.Of(reader.Evaluate(Expression, Rows));

    /// <summary>Its number; null where it is none or not known.</summary>
    /// <param name="reader">Reads the facts.</param>
    public double? Near(ReferenceInterpreter reader)
    {
        Value value = reader.Evaluate(Expression, Rows);
        return value is RootValue root ? root.Near.ToDouble() : GroundConstant.Of(value).Linear?.Constant;
    }
}
