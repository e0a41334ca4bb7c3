using System.Numerics;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>Says sums, products and quotients, and where RulesEngine counts otherwise.</summary>
internal sealed class ArithmeticSayer(Translator translator)
{
    public Said? Minus(LinqUnary at, Said operand)
    {
        if (operand.Kind != SaidKind.Number) return translator.Refuse(at);
        if (operand.Literal is { } number) return Literals.Number(-number, operand.Counted);
        NumberRange? range = operand.Range is { } r ? new NumberRange(-r.High, -r.Low) : null;
        return new Said($"-{operand.At(SaidLevel.Primary)}", SaidLevel.Sign, SaidKind.Number, new MeaningComputed([operand.Meaning])) { IsWhole = operand.IsWhole, IsConstant = operand.IsConstant, IsComputed = operand.IsComputed, Range = range };
    }

    public Said? Combine(LinqBinary at, Said left, Said right)
    {
        if (left.Kind == SaidKind.Number && right.Kind == SaidKind.Number) return Numbers(at, left, right);
        if (at.Operator == LinqOperator.Subtract && left.Kind == right.Kind && left.Kind is SaidKind.Date or SaidKind.Time && right.Kind == left.Kind)
        {
            if (left.Field?.Scale?.PassesMidnight == true || right.Field?.Scale?.PassesMidnight == true) translator.Tell(DiagnosticCodes.TimePastMidnight, at, at.Place.Text);
            return Between(left, right);
        }

        return translator.Refuse(at);
    }

    private static Said Between(Said left, Said right) => new($"{left.At(SaidLevel.Sum)} - {right.At(SaidLevel.Product)}", SaidLevel.Sum, left.Kind == SaidKind.Date ? SaidKind.Days : SaidKind.Minutes, new MeaningComputed([left.Meaning, right.Meaning]))
    {
        IsConstant = left.IsConstant && right.IsConstant,
    };

    private Said? Numbers(LinqBinary at, Said left, Said right)
    {
        bool areWhole = left.IsWhole && right.IsWhole;
        bool divides = at.Operator is LinqOperator.Divide or LinqOperator.Remainder;
        if (divides && right.Literal is { IsZero: true }) return translator.Refuse(DiagnosticCodes.WrittenDivisionByZero, at, at.Place.Text);
        if (left.Literal is { } a && right.Literal is { } b && areWhole) return Folded(at, a, b, left.Counted == LinqNumberKind.Long || right.Counted == LinqNumberKind.Long);
        NumberRange? range = divides ? null : RangeOf(at.Operator, left.Range, right.Range);
        if (areWhole && at.Operator == LinqOperator.Divide) translator.Tell(DiagnosticCodes.WholeDivision, at, at.Place.Text);
        if (areWhole && range is not null && Math.Max(Math.Abs(range.Low), Math.Abs(range.High)) > int.MaxValue) translator.Tell(DiagnosticCodes.WholeOverflow, at, at.Place.Text);
        if (divides && right.Literal is null && right.Range is not { Low: > 0 } and not { High: < 0 }) translator.Tell(DiagnosticCodes.DivisionByZeroDiffers, at, at.Place.Text);
        SaidLevel level = at.Operator is LinqOperator.Add or LinqOperator.Subtract ? SaidLevel.Sum : SaidLevel.Product;
        return new Said($"{left.At(level)} {Sign(at.Operator)} {right.At(level + 1)}", level, SaidKind.Number, new MeaningComputed([left.Meaning, right.Meaning]))
        {
            IsWhole = areWhole,
            IsComputed = true,
            IsConstant = left.IsConstant && right.IsConstant,
            Range = range,
        };
    }

    private Said? Folded(LinqBinary at, Rational left, Rational right, bool isLong)
    {
        (BigInteger a, BigInteger b) = (left.Numerator, right.Numerator);
        BigInteger exact = at.Operator switch
        {
            LinqOperator.Add => a + b,
            LinqOperator.Subtract => a - b,
            LinqOperator.Multiply => a * b,
            LinqOperator.Divide => BigInteger.Divide(a, b),
            _ => BigInteger.Remainder(a, b),
        };
        BigInteger kept = isLong ? unchecked((long)(ulong)(exact & ulong.MaxValue)) : unchecked((int)(uint)(exact & uint.MaxValue));
        bool isCut = at.Operator == LinqOperator.Divide && !BigInteger.Remainder(a, b).IsZero;
        Said number = Literals.Number(Rational.Of(kept), isLong ? LinqNumberKind.Long : LinqNumberKind.Int);
        if (isCut || kept != exact) translator.Tell(DiagnosticCodes.WholeNumbersFolded, at, at.Place.Text, number.Text);
        return number;
    }

    private static NumberRange? RangeOf(LinqOperator sign, NumberRange? left, NumberRange? right)
    {
        if (left is null || right is null) return null;
        double[] corners = sign switch
        {
            LinqOperator.Add => [left.Low + right.Low, left.High + right.High],
            LinqOperator.Subtract => [left.Low - right.High, left.High - right.Low],
            _ => [left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High],
        };
        return new NumberRange(corners.Min(), corners.Max());
    }

    private static string Sign(LinqOperator sign) => sign switch
    {
        LinqOperator.Add => "+",
        LinqOperator.Subtract => "-",
        LinqOperator.Multiply => "*",
        LinqOperator.Divide => "/",
        _ => "%",
    };
}
