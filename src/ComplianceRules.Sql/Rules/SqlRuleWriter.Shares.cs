using System.Collections.Immutable;
using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Sql.Rules;

internal sealed partial class SqlRuleWriter
{
    private ImmutableArray<SqlCase> Share(MacroExpression share, ImmutableArray<SqlFrame> frames) =>
        Items(share.List, frames) is { } items ? Share(items, items.In, Truth(share.Body, items.Frames)) : [];

    private ImmutableArray<SqlCase> Share(SqlItems? items, TypedExpression where, TypedExpression that) =>
        items is null ? [] : Share(items, Truth(where, items.Frames), Truth(that, items.Frames));

    // Known only where every way the unknown items may turn out gives the same share.
    private ImmutableArray<SqlCase> Share(SqlItems items, SqlTruth where, SqlTruth that)
    {
        (SqlNumber least, SqlNumber most) = Ends(items, where, that);
        SqlTest known = SqlTest.And(items.Known, items.Any(where.True), Ordered(ComparisonOperator.Equal, least, most));
        return [new SqlCase(known, least)];
    }

    private SqlTruth ShareCompared(ShareComparisonExpression comparison, ImmutableArray<SqlFrame> frames)
    {
        if (Rows(comparison.Share.List, frames) is not { } items) return SqlTruth.Unknown;
        SqlTruth where = Truth(comparison.Share.Where, items.Frames);
        (SqlNumber least, SqlNumber most) = Ends(items, where, Truth(comparison.Share.That, items.Frames));
        SqlTest known = SqlTest.And(items.Known, items.Any(where.True));
        SqlTruth held = Over(Value(comparison.Limit, frames), limit => Held(comparison.Operator, least, most, (SqlNumber)limit));
        return new SqlTruth(SqlTest.And(known, held.True), SqlTest.And(known, held.False));
    }

    // One end of the interval decides an order; both together, and that the limit is not between them, whether it is met.
    private SqlTruth Held(ComparisonOperator sign, SqlNumber least, SqlNumber most, SqlNumber limit)
    {
        ComparisonOperator opposite = ComparisonOperators.Opposite(sign);
        if (sign is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual) return new SqlTruth(Ordered(sign, least, limit), Ordered(opposite, most, limit));
        if (sign is ComparisonOperator.Less or ComparisonOperator.LessOrEqual) return new SqlTruth(Ordered(sign, most, limit), Ordered(opposite, least, limit));
        SqlTruth met = new(
            SqlTest.And(Ordered(ComparisonOperator.Equal, least, limit), Ordered(ComparisonOperator.Equal, most, limit)),
            SqlTest.Or(Ordered(ComparisonOperator.Greater, least, limit), Ordered(ComparisonOperator.Less, most, limit)));
        return sign == ComparisonOperator.Equal ? met : met.Not;
    }

    private static (SqlNumber Least, SqlNumber Most) Ends(SqlItems items, SqlTruth where, SqlTruth that)
    {
        SqlTest open = where.Open;
        SqlFactor certain = items.Count(where.True);
        SqlFactor perhaps = items.Count(open);
        SqlFactor notKept = items.Count(SqlTest.And(where.True, that.False));
        SqlFactor mayFail = items.Count(SqlTest.And(open, that.False));
        SqlFactor leastOf = certain.Plus(perhaps).Minus(items.Count(SqlTest.And(open, that.True)));
        SqlFactor mostOf = certain.Plus(perhaps).Minus(mayFail);
        SqlFactor most = certain.Minus(notKept).Plus(perhaps).Minus(mayFail);
        return (Share(items.Count(SqlTest.And(where.True, that.True)), leastOf), Share(most, mostOf));
    }

    // There are as many items as are counted, or more: neither is negative, and where one surely counts neither is 0.
    private static SqlNumber Share(SqlFactor part, SqlFactor whole) => new(SqlFactor.Of(Rational.Of(100)).Times(NotNegative(part)), NotNegative(whole));

    private static SqlFactor NotNegative(SqlFactor count) => count with { Low = BigInteger.Max(BigInteger.Zero, count.Low) };
}
