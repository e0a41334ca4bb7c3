using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Rules;

internal sealed partial class SqlRuleWriter
{
    private static readonly SqlNumber Hundred = SqlNumber.Of(Rational.Of(100));
    private static readonly Rational Sixty = Rational.Of(60);
    private static readonly BigInteger LastDay = DateOnly.MaxValue.DayNumber;

    /// <summary>A value, as the cases that it is made of; it is not known where none of them holds.</summary>
    /// <param name="value">The value.</param>
    /// <param name="frames">What stands for the rows at hand: the subject first.</param>
    public ImmutableArray<SqlCase> Value(TypedExpression value, ImmutableArray<SqlFrame> frames)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Refusal is not null) return [];
        ImmutableArray<SqlCase> cases = value switch
        {
            LiteralExpression e => [new SqlCase(SqlTest.True, TermOf(e.Value))],
            AsOfExpression => [new SqlCase(SqlTest.True, TermOf(new DateValue(asOf)))],
            FieldExpression e => FactValue(e, frames),
            ParameterExpression e => [.. InForce(e, frames).Select(v => new SqlCase(v.When, TermOf(v.Value)))],
            ConditionalExpression e => Chosen(Truth(e.Condition, frames), Value(e.WhenTrue, frames), Value(e.WhenFalse, frames)),
            NegateExpression e => [.. Value(e.Operand, frames).Select(c => c with { Term = Counted((SqlNumber)c.Term).Negative() })],
            ArithmeticExpression e => Pairs(Value(e.Left, frames), Value(e.Right, frames), (left, right) => Combined(e, left, right)),
            CallExpression e => Result(e, frames),
            MacroExpression { Kind: MacroKind.Count } e => Count(e, frames),
            MacroExpression { Kind: MacroKind.Share } e => Share(e, frames),
            ChildShareExpression e => Share(Rows(e.List, frames), e.Where, e.That),
            AggregateExpression e => Aggregate(e, frames),
            VariableExpression e => frames[e.Variable.Frame].Value ?? RefuseValue(),
            _ => RefuseValue(),
        };
        if (cases.Length > MostCases || cases.Sum(c => c.When.Length + c.Term.Length) > MostCharacters) return RefuseValue(DiagnosticCodes.SqlTooLong);
        return cases.All(c => c.Term is not SqlNumber { IsExact: false }) ? cases : RefuseValue(DiagnosticCodes.SqlInexact);
    }

    private static ImmutableArray<SqlCase> Chosen(SqlTruth condition, ImmutableArray<SqlCase> whenTrue, ImmutableArray<SqlCase> whenFalse) =>
    [
        .. whenTrue.Select(c => c with { When = SqlTest.And(condition.True, c.When) }),
        .. whenFalse.Select(c => c with { When = SqlTest.And(condition.False, c.When) }),
    ];

    private static ImmutableArray<SqlCase> Pairs(ImmutableArray<SqlCase> left, ImmutableArray<SqlCase> right, Func<SqlNumber, SqlNumber, SqlCase?> combine) =>
    [
        .. left.SelectMany(l => right.Select(r => combine(Counted((SqlNumber)l.Term), Counted((SqlNumber)r.Term)) is { } made ? made with { When = SqlTest.And(l.When, r.When, made.When) } : null)).OfType<SqlCase>(),
    ];

    private SqlCase? Combined(ArithmeticExpression sum, SqlNumber left, SqlNumber right) => sum.Operator switch
    {
        ArithmeticOperator.Multiply => new SqlCase(SqlTest.True, left.Times(right)),
        ArithmeticOperator.Divide when sum.Type.IsInt => Inexact(),
        ArithmeticOperator.Divide => NotZero(right, () => left.Over(right)),
        ArithmeticOperator.Remainder => left.IsPlain && right.IsPlain ? NotZero(right, () => SqlNumber.Of(left.Top.Remainder(Divisor(right.Top)))) : Inexact(),
        _ => Moved(sum, left, sum.Operator == ArithmeticOperator.Add ? right : right.Negative()),
    };

    // Days and times move by whole numbers alone, and days stay within the calendar.
    private SqlCase? Moved(ArithmeticExpression sum, SqlNumber left, SqlNumber right)
    {
        SqlNumber moved = left.Plus(right);
        if (sum.Type.Kind == FieldType.Number) return new SqlCase(SqlTest.True, moved);
        if (!moved.IsWhole) return Inexact();
        if (sum.Type.Kind == FieldType.Time) return new SqlCase(SqlTest.True, moved);
        SqlFactor day = moved.Top.In(Rational.Of(1));
        if (!day.IsExact) return Inexact();
        SqlTest within = SqlTest.And(
            day.Low.Sign < 0 ? Ordered(ComparisonOperator.GreaterOrEqual, day, SqlFactor.Of(Rational.Zero)) : SqlTest.True,
            day.High > LastDay ? Ordered(ComparisonOperator.LessOrEqual, day, SqlFactor.Of(Rational.Of(LastDay))) : SqlTest.True);
        BigInteger low = BigInteger.Max(day.Low, BigInteger.Zero);
        BigInteger high = BigInteger.Min(day.High, LastDay);
        return within.IsFalse || low > high ? null : new SqlCase(within, SqlNumber.Of(day with { Low = low, High = high }));
    }

    private SqlCase? NotZero(SqlNumber divisor, Func<SqlNumber> result) => divisor.Top.Constant switch
    {
        null => new SqlCase(Ordered(ComparisonOperator.NotEqual, divisor.Top, SqlFactor.Of(Rational.Zero)), result()),
        { IsZero: true } => null,
        _ => new SqlCase(SqlTest.True, result()),
    };

    private SqlFactor Divisor(SqlFactor factor) => factor.Constant is null ? factor with { Text = scope.Dialect.Divisor(factor.Text) } : factor;

    private SqlCase? Inexact()
    {
        Refuse(DiagnosticCodes.SqlInexact);
        return null;
    }

    private ImmutableArray<SqlCase> Result(CallExpression call, ImmutableArray<SqlFrame> frames) => call.Function switch
    {
        MinutesFunction or HoursFunction or DaysFunction => Value(call.Arguments[0], frames),
        MinutesOfHoursFunction => OfNumber(call, frames, n => n.Times(SqlNumber.Of(Sixty))),
        HoursOfMinutesFunction => OfNumber(call, frames, n => n.Over(SqlNumber.Of(Sixty))),
        PercentFunction or PerHundredFunction => Pairs(Value(call.Arguments[0], frames), Value(call.Arguments[1], frames), (a, b) => NotZero(b, () => Hundred.Times(a).Over(b))),
        YearFunction => OfDay(call, frames, SqlDayPart.Year, 9999),
        MonthFunction => OfDay(call, frames, SqlDayPart.Month, 12),
        DayOfMonthFunction => OfDay(call, frames, SqlDayPart.DayOfMonth, 31),
        DayOfWeekFunction => OfNumber(call, frames, DayOfWeek),
        SizeOfSetFunction => [.. Value(call.Arguments[0], frames).Select(c => c with { Term = SizeOf((SqlSet)c.Term) })],
        DateFunction or TimeFunction when call.Arguments is [LiteralExpression] => OfText(call),
        _ => RefuseValue(DiagnosticCodes.SqlFunction, call.Function.Name),
    };

    private ImmutableArray<SqlCase> OfText(CallExpression call) => call.Function.Call([((LiteralExpression)call.Arguments[0]).Value], null) switch
    {
        UnknownValue => [],
        Value value => [new SqlCase(SqlTest.True, TermOf(value))],
    };

    private ImmutableArray<SqlCase> OfNumber(CallExpression call, ImmutableArray<SqlFrame> frames, Func<SqlNumber, SqlNumber> change) =>
        [.. Value(call.Arguments[0], frames).Select(c => c with { Term = change(Counted((SqlNumber)c.Term)) })];

    private ImmutableArray<SqlCase> OfDay(CallExpression call, ImmutableArray<SqlFrame> frames, SqlDayPart part, int high) => OfNumber(call, frames, day => SqlNumber.Of(
        day.Top.Constant is { } written ? SqlFactor.Of(Rational.Of(PartOf(part, DateOnly.FromDayNumber((int)written.Numerator)))) : SqlFactor.Whole(scope.Dialect.PartOfDay(part, day.Top.Inner), 1, high)));

    private static int PartOf(SqlDayPart part, DateOnly day) => part switch { SqlDayPart.Year => day.Year, SqlDayPart.Month => day.Month, _ => day.Day };

    // 1 January of the year 1 was a Monday.
    private static SqlNumber DayOfWeek(SqlNumber day) => SqlNumber.Of(day.Top.Remainder(SqlFactor.Of(Rational.Of(7))).Plus(SqlFactor.One));

    private static SqlNumber SizeOf(SqlSet set) => SqlNumber.Of(set.IsWritten ? SqlFactor.Of(Rational.Of(set.Keys.Length)) : new SqlFactor(string.Join(" + ", set.Flags), BigInteger.Zero, set.Flags.Length, Rational.Of(1)) { IsSum = true });
}
