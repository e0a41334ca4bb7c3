using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

internal sealed partial class LinqRuleWriter
{
    private LinqTruth Compared(ComparisonExpression comparison, ImmutableArray<LinqFrame> frames)
    {
        if (comparison.Left.Type.IsRoot || comparison.Right.Type.IsRoot) return Refuse(DiagnosticCodes.ExportFunction, "cv");
        if (comparison.Left.Type.IsList) return Refuse();
        return Over(Value(comparison.Left, frames), Value(comparison.Right, frames), (left, right) => Compared(comparison.Operator, left, right));
    }

    private LinqTruth Compared(ComparisonOperator sign, LinqTerm left, LinqTerm right) => (left, right) switch
    {
        (LinqNumber a, LinqNumber b) => new LinqTruth(Ordered(sign, a, b), Ordered(ComparisonOperators.Opposite(sign), a, b)),
        (LinqSet a, LinqSet b) => sign == ComparisonOperator.Equal ? SameSet(a, b) : SameSet(a, b).Not,
        (LinqWord a, LinqWord b) => new LinqTruth(Same(sign, a, b), Same(ComparisonOperators.Opposite(sign), a, b)),
        _ => Refuse(),
    };

    private static LinqTest Same(ComparisonOperator sign, LinqWord left, LinqWord right) => LinqTest.Of($"{left.Text} {Sign(sign)} {right.Text}");

    private static LinqTruth SameSet(LinqSet left, LinqSet right) => Both(LinqTest.And(left.HasAll(right), right.HasAll(left)));

    /// <summary>Two quotients compared by their products.</summary>
    private LinqTest Ordered(ComparisonOperator sign, LinqNumber left, LinqNumber right)
    {
        if (left.Day is { } first && right.Day is { } second) return LinqTest.Of($"{first} {Sign(sign)} {second}");
        (LinqFactor a, LinqFactor b) = (left.Top.Times(right.Bottom), right.Top.Times(left.Bottom));
        if (!a.IsExact || !b.IsExact) Refuse(DiagnosticCodes.ExportInexact);
        LinqTest plain = Ordered(sign, a, b);
        if (left.IsOverPositive && right.IsOverPositive) return plain;
        LinqFactor bottom = left.Bottom.Times(right.Bottom);
        if (!bottom.IsExact) Refuse(DiagnosticCodes.ExportInexact);
        return LinqTest.Or(
            LinqTest.And(LinqTest.Of($"{bottom.Text} > 0m"), plain),
            LinqTest.And(LinqTest.Of($"{bottom.Text} < 0m"), Ordered(ComparisonOperators.Mirrored(sign), a, b)));
    }

    private static LinqTest Ordered(ComparisonOperator sign, LinqFactor left, LinqFactor right) => left.Constant is { } a && right.Constant is { } b
        ? LinqTest.Of(ExactComparison.Holds(sign, a.CompareTo(b)))
        : LinqTest.Of($"{left.Text} {Sign(sign)} {right.Text}");

    private static string Sign(ComparisonOperator sign) => sign switch
    {
        ComparisonOperator.Equal => "==",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    // Of a written list with unknown items the known ones may decide, as the rule language has it.
    private LinqTruth Membership(MembershipExpression membership, ImmutableArray<LinqFrame> frames)
    {
        ImmutableArray<LinqCase> item = Value(membership.Item, frames);
        if (membership.Collection.Type.Kind == FieldType.Set && !membership.Collection.Type.IsList)
            return Over(item, Value(membership.Collection, frames), (word, set) => Both(((LinqSet)set).Has((LinqWord)word)));
        if (membership.Collection is not ListExpression list) return Refuse();
        ImmutableArray<ImmutableArray<LinqCase>> entries = [.. list.Items.Select(i => Value(i, frames))];
        return Over(item, one => entries.Select(e => Over(e, entry => Compared(ComparisonOperator.Equal, one, entry))).Aggregate(LinqTruth.Always.Not, LinqTruth.Or));
    }

    private LinqTruth Within(SetComparisonExpression within, ImmutableArray<LinqFrame> frames) =>
        Over(SetOf(within.Inner, frames), SetOf(within.Outer, frames), (inner, outer) => Both(((LinqSet)outer).HasAll((LinqSet)inner)));

    private ImmutableArray<LinqCase> SetOf(TypedExpression set, ImmutableArray<LinqFrame> frames)
    {
        if (!set.Type.IsList) return Value(set, frames);
        bool isWritten = set is ListExpression list && set.Type.Kind is FieldType.Text or FieldType.Enum && list.Items.All(i => i is LiteralExpression);
        return isWritten ? [new LinqCase(LinqTest.True, new LinqSet(null, [.. ((ListExpression)set).Items.Select(i => ((LiteralExpression)i).Value.Text)]))] : RefuseValue();
    }
}
