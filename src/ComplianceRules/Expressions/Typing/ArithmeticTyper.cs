using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Types + - * / % and works out their units.</summary>
internal sealed class ArithmeticTyper(ExpressionScope scope, TypeFitter fitter, ExpressionPrinter printer, DiagnosticBag problems)
{
    public TypedExpression? Combine(ArithmeticOperator sign, PlacedExpression left, PlacedExpression right, Place at)
    {
        if (RootIn(left, right) is { } root) return Refuse(DiagnosticCodes.RootComputed, at, Excerpt.Of(printer.Text(root)));
        bool moments = IsMoment(left.Type) || IsMoment(right.Type);
        if (moments && sign is (ArithmeticOperator.Add or ArithmeticOperator.Subtract)) return Shift(sign, left, right, at);
        if (!IsNumber(left.Type) || !IsNumber(right.Type)) return RefuseTypes(left, right, at);
        return sign is ArithmeticOperator.Multiply or ArithmeticOperator.Divide ? Scale(sign, left, right, at) : Sum(sign, left, right, at);
    }

    private ArithmeticExpression? Sum(ArithmeticOperator sign, PlacedExpression left, PlacedExpression right, Place at)
    {
        if (fitter.Agree(left, right, at) is not { } sides) return null;
        Unit? unit = sides.Left.Type.Unit;
        if (sign == ArithmeticOperator.Subtract && Unit.Percent.Equals(unit)) unit = Unit.PercentagePoint;
        return new ArithmeticExpression(NumberOf(unit, left, right), sign, sides.Left, sides.Right);
    }

    private TypedExpression? Scale(ArithmeticOperator sign, PlacedExpression left, PlacedExpression right, Place at)
    {
        (Unit above, Unit below) = (left.Type.Unit ?? Unit.One, right.Type.Unit ?? Unit.One);
        if (sign == ArithmeticOperator.Multiply) return new ArithmeticExpression(NumberOf(above.Times(below), left, right), sign, left.Node, right.Node);
        if (left.Type.IsInt && right.Type.IsInt && !scope.HasCelInts) return Refuse(DiagnosticCodes.IntDivision, at, $"{Excerpt.Of(printer.Text(left.Node))}.0");
        if (below.HasScale && !below.Equals(above)) return Refuse(DiagnosticCodes.ScaledDivisor, right.At, Excerpt.Of(printer.Text(right.Node)), below.Text);
        Unit unit = below.Equals(above) ? Unit.One : above.Over(below);
        return new ArithmeticExpression(NumberOf(unit, left, right), sign, left.Node, right.Node);
    }

    private TypedExpression? Shift(ArithmeticOperator sign, PlacedExpression left, PlacedExpression right, Place at)
    {
        bool subtracts = sign == ArithmeticOperator.Subtract;
        if (subtracts && left.Type.Kind == right.Type.Kind) return Difference(left, right, at);
        (PlacedExpression moment, PlacedExpression span) = IsMoment(left.Type) ? (left, right) : (right, left);
        if (!IsNumber(span.Type) || span.Type.Unit is null || (subtracts && !IsMoment(left.Type))) return RefuseTypes(left, right, at);
        Unit unit = UnitOf(moment.Type);
        return span.Type.Unit.Equals(unit)
            ? new ArithmeticExpression(moment.Type, sign, left.Node, right.Node)
            : Refuse(DiagnosticCodes.UnitsDiffer, at, Excerpt.Of(printer.Text(span.Node)), span.Type.Unit.Text, Excerpt.Of(printer.Text(moment.Node)), unit.Text);
    }

    private ArithmeticExpression? Difference(PlacedExpression left, PlacedExpression right, Place at) =>
        fitter.Agree(left, right, at) is { } sides
            ? new ArithmeticExpression(ExpressionType.Number(UnitOf(left.Type)), ArithmeticOperator.Subtract, sides.Left, sides.Right)
            : null;

    private static TypedExpression? RootIn(PlacedExpression left, PlacedExpression right) => left.Type.IsRoot ? left.Node : right.Type.IsRoot ? right.Node : null;

    private static bool IsNumber(ExpressionType type) => type is { Kind: FieldType.Number, IsList: false };

    private static bool IsMoment(ExpressionType type) => type is { Kind: FieldType.Date or FieldType.Time, IsList: false };

    private static Unit UnitOf(ExpressionType moment) => moment.Kind == FieldType.Date ? Unit.Day : Unit.Minute;

    private static ExpressionType NumberOf(Unit? unit, PlacedExpression left, PlacedExpression right) =>
        new(FieldType.Number) { Unit = unit, IsInt = left.Type.IsInt && right.Type.IsInt };

    private TypedExpression? RefuseTypes(PlacedExpression left, PlacedExpression right, Place at) => Refuse(
        DiagnosticCodes.TypesDiffer, at, Excerpt.Of(printer.Text(left.Node)), TypeNames.Of(left.Type), Excerpt.Of(printer.Text(right.Node)), TypeNames.Of(right.Type));

    private TypedExpression? Refuse(DiagnosticCode code, Place at, params ReadOnlySpan<string> arguments)
    {
        problems.Report(code, at.Span, arguments);
        return null;
    }
}
