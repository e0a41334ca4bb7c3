using System.Collections.Immutable;
using System.Numerics;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Rules;

internal sealed partial class SqlRuleWriter
{
    private SqlTruth Compared(ComparisonExpression comparison, ImmutableArray<SqlFrame> frames)
    {
        if (comparison.Left.Type.IsRoot || comparison.Right.Type.IsRoot) return Refuse(DiagnosticCodes.SqlFunction, "cv");
        if (comparison.Left.Type.IsList) return Refuse();
        return Over(Value(comparison.Left, frames), Value(comparison.Right, frames), (left, right) => Compared(comparison.Operator, left, right));
    }

    private SqlTruth Compared(ComparisonOperator sign, SqlTerm left, SqlTerm right) => (left, right) switch
    {
        (SqlNumber a, SqlNumber b) => new SqlTruth(Ordered(sign, a, b), Ordered(ComparisonOperators.Opposite(sign), a, b)),
        (SqlSet a, SqlSet b) => Equal(sign, SqlTruth.Of(SqlTest.And(a.HasAll(b), b.HasAll(a)))),
        (SqlWord a, SqlWord b) => Equal(sign, Same(a, b)),
        _ => Refuse(),
    };

    private static SqlTruth Equal(ComparisonOperator sign, SqlTruth same) => sign == ComparisonOperator.Equal ? same : same.Not;

    private static SqlTruth Same(SqlWord left, SqlWord right) => left.Written is { } a && right.Written is { } b
        ? (a == b ? SqlTruth.Always : SqlTruth.Never)
        : new SqlTruth(SqlTest.Of($"{left.Text} = {right.Text}"), SqlTest.Of($"{left.Text} <> {right.Text}"));

    private SqlTest Same(SqlWord word, string key) => Same(word, Word(key)).True;

    private SqlWord Word(string text) => new(texts.Mark(text)) { Written = text };

    /// <summary>Two quotients compared by their products.</summary>
    private SqlTest Ordered(ComparisonOperator sign, SqlNumber left, SqlNumber right)
    {
        if (AsTheyStand(sign, left, right) is { } plain) return plain;
        (SqlNumber a, SqlNumber b) = (Counted(left), Counted(right));
        SqlTest products = Ordered(sign, a.Top.Times(b.Bottom), b.Top.Times(a.Bottom));
        if (a.IsOverPositive && b.IsOverPositive) return products;
        SqlFactor bottom = a.Bottom.Times(b.Bottom);
        if (!bottom.IsExact) Refuse(DiagnosticCodes.SqlInexact);
        return SqlTest.Or(
            SqlTest.And(SqlTest.Of($"{bottom.Text} > 0"), products),
            SqlTest.And(SqlTest.Of($"{bottom.Text} < 0"), Ordered(ComparisonOperators.Mirrored(sign), a.Top.Times(b.Bottom), b.Top.Times(a.Bottom))));
    }

    private SqlTest Ordered(ComparisonOperator sign, SqlFactor left, SqlFactor right)
    {
        if (left.Constant is { } a && right.Constant is { } b) return SqlTest.Of(ExactComparison.Holds(sign, a.CompareTo(b)));
        if (left.Constant is not null) return Ordered(ComparisonOperators.Mirrored(sign), right, left);
        if (right.Constant is { } limit) return Limited(sign, left, limit / left.Unit);
        (SqlFactor first, SqlFactor second) = SqlFactor.Alike(left, right);
        if (!first.IsExact || !second.IsExact) Refuse(DiagnosticCodes.SqlInexact);
        return SqlTest.Of($"{first.Text} {Sign(sign)} {second.Text}");
    }

    // A limit between two whole numbers is the one below it or above it.
    private SqlTest Limited(ComparisonOperator sign, SqlFactor number, Rational limit)
    {
        if (!number.IsExact) Refuse(DiagnosticCodes.SqlInexact);
        BigInteger floor = limit.Floor();
        if (!limit.IsWhole)
        {
            switch (sign)
            {
                case ComparisonOperator.Equal: return SqlTest.False;
                case ComparisonOperator.NotEqual: return SqlTest.True;
                case ComparisonOperator.Less: sign = ComparisonOperator.LessOrEqual; break;
                case ComparisonOperator.GreaterOrEqual: sign = ComparisonOperator.Greater; break;
            }
        }

        bool isBelow = number.High < floor;
        bool isAbove = number.Low > floor;
        if (isBelow || isAbove) return SqlTest.Of(ExactComparison.Holds(sign, isBelow ? -1 : 1));
        return SqlTest.Of($"{number.Text} {Sign(sign)} {SqlToken.Of(floor)}");
    }

    // Doubles that are decimals of at most 15 digits are in the order of these.
    private static SqlTest? AsTheyStand(ComparisonOperator sign, SqlNumber left, SqlNumber right) => (left.Plain, right.Plain) switch
    {
        ({ } a, { } b) => SqlTest.Of($"{a} {Sign(sign)} {b}"),
        ({ } a, null) => OfLimit(sign, a, right),
        (null, { } b) => OfLimit(ComparisonOperators.Mirrored(sign), b, left),
        _ => null,
    };

    private static SqlTest? OfLimit(ComparisonOperator sign, string plain, SqlNumber limit)
    {
        if (!limit.IsPlain || limit.Top.Constant is not { } number) return null;
        double kept = number.ToDouble();
        return double.IsFinite(kept) && FactNumber.TryParse(kept.ToString("R", System.Globalization.CultureInfo.InvariantCulture), out double read) && read.Equals(kept) && Rational.OfCell(kept) == number
            ? SqlTest.Of($"{plain} {Sign(sign)} {SqlToken.Of(kept)}")
            : null;
    }

    private static string Sign(ComparisonOperator sign) => sign switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    // Of a written list with unknown items the known ones may decide, as the rule language has it.
    private SqlTruth Membership(MembershipExpression membership, ImmutableArray<SqlFrame> frames)
    {
        ImmutableArray<SqlCase> item = Value(membership.Item, frames);
        if (membership.Collection.Type.Kind == FieldType.Set && !membership.Collection.Type.IsList)
            return Over(item, Value(membership.Collection, frames), (word, set) => SqlTruth.Of(((SqlSet)set).Has((SqlWord)word, Same)));
        if (membership.Collection is not ListExpression list) return Refuse();
        ImmutableArray<ImmutableArray<SqlCase>> entries = [.. list.Items.Select(i => Value(i, frames))];
        return Over(item, one => entries.Select(e => Over(e, entry => Compared(ComparisonOperator.Equal, one, entry))).Aggregate(SqlTruth.Never, SqlTruth.Or));
    }

    private SqlTruth Within(SetComparisonExpression within, ImmutableArray<SqlFrame> frames) =>
        Over(SetOf(within.Inner, frames), SetOf(within.Outer, frames), (inner, outer) => SqlTruth.Of(((SqlSet)outer).HasAll((SqlSet)inner)));

    private ImmutableArray<SqlCase> SetOf(TypedExpression set, ImmutableArray<SqlFrame> frames)
    {
        if (!set.Type.IsList) return Value(set, frames);
        bool isWritten = set is ListExpression list && set.Type.Kind is FieldType.Text or FieldType.Enum && list.Items.All(i => i is LiteralExpression);
        return isWritten ? [new SqlCase(SqlTest.True, SqlSet.Of(((ListExpression)set).Items.Select(i => ((LiteralExpression)i).Value.Text)))] : RefuseValue();
    }
}
