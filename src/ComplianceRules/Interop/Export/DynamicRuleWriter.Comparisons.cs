using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

internal sealed partial class DynamicRuleWriter
{
    private DynamicTruth Compared(ComparisonExpression comparison, ImmutableArray<DynamicFrame> frames)
    {
        if (comparison.Left.Type.IsRoot || comparison.Right.Type.IsRoot) return Refuse(DiagnosticCodes.ExportFunction, "cv");
        if (comparison.Left.Type.IsList) return Refuse();
        return Over(Value(comparison.Left, frames), Value(comparison.Right, frames), (left, right) => Compared(comparison.Operator, left, right));
    }

    private DynamicTruth Compared(ComparisonOperator sign, DynamicTerm left, DynamicTerm right) => (left, right) switch
    {
        (DynamicNumber a, DynamicNumber b) => new DynamicTruth(Ordered(sign, a, b), Ordered(ComparisonOperators.Opposite(sign), a, b)),
        (DynamicSet a, DynamicSet b) => sign == ComparisonOperator.Equal ? SameSet(a, b) : SameSet(a, b).Not,
        (DynamicWord a, DynamicWord b) => new DynamicTruth(Same(sign, a, b), Same(ComparisonOperators.Opposite(sign), a, b)),
        _ => Refuse(),
    };

    private static DynamicTest Same(ComparisonOperator sign, DynamicWord left, DynamicWord right) => DynamicTest.Of($"{left.Text} {Sign(sign)} {right.Text}");

    private static DynamicTruth SameSet(DynamicSet left, DynamicSet right) => Both(DynamicTest.And(left.HasAll(right), right.HasAll(left)));

    /// <summary>Two quotients compared by their products.</summary>
    private DynamicTest Ordered(ComparisonOperator sign, DynamicNumber left, DynamicNumber right)
    {
        if (left.Day is { } first && right.Day is { } second) return DynamicTest.Of($"{first} {Sign(sign)} {second}");
        (DynamicFactor a, DynamicFactor b) = (left.Top.Times(right.Bottom), right.Top.Times(left.Bottom));
        if (!a.IsExact || !b.IsExact) Refuse(DiagnosticCodes.ExportInexact);
        DynamicTest plain = Ordered(sign, a, b);
        if (left.IsOverPositive && right.IsOverPositive) return plain;
        DynamicFactor bottom = left.Bottom.Times(right.Bottom);
        if (!bottom.IsExact) Refuse(DiagnosticCodes.ExportInexact);
        return DynamicTest.Or(
            DynamicTest.And(DynamicTest.Of($"{bottom.Text} > 0m"), plain),
            DynamicTest.And(DynamicTest.Of($"{bottom.Text} < 0m"), Ordered(ComparisonOperators.Mirrored(sign), a, b)));
    }

    private static DynamicTest Ordered(ComparisonOperator sign, DynamicFactor left, DynamicFactor right) => left.Constant is { } a && right.Constant is { } b
        ? DynamicTest.Of(ExactComparison.Holds(sign, a.CompareTo(b)))
        : DynamicTest.Of($"{left.Text} {Sign(sign)} {right.Text}");

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
    private DynamicTruth Membership(MembershipExpression membership, ImmutableArray<DynamicFrame> frames)
    {
        ImmutableArray<DynamicCase> item = Value(membership.Item, frames);
        if (membership.Collection.Type.Kind == FieldType.Set && !membership.Collection.Type.IsList)
            return Over(item, Value(membership.Collection, frames), (word, set) => Both(((DynamicSet)set).Has((DynamicWord)word)));
        if (membership.Collection is not ListExpression list) return Refuse();
        ImmutableArray<ImmutableArray<DynamicCase>> entries = [.. list.Items.Select(i => Value(i, frames))];
        return Over(item, one => entries.Select(e => Over(e, entry => Compared(ComparisonOperator.Equal, one, entry))).Aggregate(DynamicTruth.Always.Not, DynamicTruth.Or));
    }

    private DynamicTruth Within(SetComparisonExpression within, ImmutableArray<DynamicFrame> frames) =>
        Over(SetOf(within.Inner, frames), SetOf(within.Outer, frames), (inner, outer) => Both(((DynamicSet)outer).HasAll((DynamicSet)inner)));

    private ImmutableArray<DynamicCase> SetOf(TypedExpression set, ImmutableArray<DynamicFrame> frames)
    {
        if (!set.Type.IsList) return Value(set, frames);
        bool isWritten = set is ListExpression list && set.Type.Kind is FieldType.Text or FieldType.Enum && list.Items.All(i => i is LiteralExpression);
        return isWritten ? [new DynamicCase(DynamicTest.True, new DynamicSet(null, [.. ((ListExpression)set).Items.Select(i => ((LiteralExpression)i).Value.Text)]))] : RefuseValue();
    }
}
