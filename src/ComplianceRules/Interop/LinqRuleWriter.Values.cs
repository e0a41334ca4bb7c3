using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

internal sealed partial class LinqRuleWriter
{
    private static readonly LinqNumber Hundred = LinqNumber.Of(Rational.Of(100));
    private static readonly LinqNumber Sixty = LinqNumber.Of(Rational.Of(60));
    private static readonly LinqFactor LastDay = LinqFactor.Of(DateOnly.MaxValue.DayNumber);

    private ImmutableArray<LinqCase> Value(TypedExpression value, ImmutableArray<LinqFrame> frames)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Refusal is not null) return [];
        ImmutableArray<LinqCase> cases = value switch
        {
            LiteralExpression e => [new LinqCase(LinqTest.True, TermOf(e.Value))],
            AsOfExpression => [new LinqCase(LinqTest.True, TermOf(new DateValue(asOf)))],
            FieldExpression e => FactValue(e, frames),
            ParameterExpression e => [.. InForce(e, frames).Select(v => new LinqCase(v.When, TermOf(v.Value)))],
            ConditionalExpression e => Chosen(Truth(e.Condition, frames), Value(e.WhenTrue, frames), Value(e.WhenFalse, frames)),
            NegateExpression e => [.. Value(e.Operand, frames).Select(c => c with { Term = ((LinqNumber)c.Term).Negative() })],
            ArithmeticExpression e => Computed(e, frames),
            CallExpression e => Result(e, frames),
            MacroExpression { Kind: MacroKind.Count } e => Count(e, frames),
            MacroExpression { Kind: MacroKind.Share } e => Share(e, frames),
            ChildShareExpression e => Share(ChildrenOf(e, frames), e.Where, e.That, frames),
            AggregateExpression e => Aggregate(e, frames),
            VariableExpression e => frames[e.Variable.Frame].Value ?? RefuseValue(),
            _ => RefuseValue(),
        };
        if (cases.Length > MostCases || cases.Sum(c => c.When.Length + Length(c.Term)) > MostCharacters) return RefuseValue(DiagnosticCodes.ExportTooLong);
        return cases.All(IsExact) ? cases : RefuseValue(DiagnosticCodes.ExportInexact);
    }

    private static bool IsExact(LinqCase value) => value.Term is not LinqNumber number || (number.Top.IsExact && number.Bottom.IsExact);

    private static int Length(LinqTerm term) => term switch
    {
        LinqNumber number => number.Top.Text.Length + number.Bottom.Text.Length,
        LinqWord word => word.Text.Length,
        LinqSet set => set.Text?.Length ?? set.Members.Sum(m => m.Length),
        _ => 0,
    };

    private static ImmutableArray<LinqCase> Chosen(LinqTruth condition, ImmutableArray<LinqCase> whenTrue, ImmutableArray<LinqCase> whenFalse) =>
    [
        .. whenTrue.Select(c => c with { When = LinqTest.And(condition.True, c.When) }),
        .. whenFalse.Select(c => c with { When = LinqTest.And(condition.False, c.When) }),
    ];

    private ImmutableArray<LinqCase> Computed(ArithmeticExpression sum, ImmutableArray<LinqFrame> frames) =>
        Pairs(Value(sum.Left, frames), Value(sum.Right, frames), (left, right) => Combined(sum, left, right));

    private static ImmutableArray<LinqCase> Pairs(ImmutableArray<LinqCase> left, ImmutableArray<LinqCase> right, Func<LinqNumber, LinqNumber, LinqCase?> combine) =>
    [
        .. left.SelectMany(l => right.Select(r => combine((LinqNumber)l.Term, (LinqNumber)r.Term) is { } made ? made with { When = LinqTest.And(l.When, r.When, made.When) } : null)).OfType<LinqCase>(),
    ];

    private LinqCase? Combined(ArithmeticExpression sum, LinqNumber left, LinqNumber right) => sum.Operator switch
    {
        ArithmeticOperator.Multiply => new LinqCase(LinqTest.True, left.Times(right)),
        ArithmeticOperator.Divide when sum.Type.IsInt => Inexact(),
        ArithmeticOperator.Divide => NotZero(right, left.Over(right)),
        ArithmeticOperator.Remainder => left.IsPlain && right.IsPlain ? NotZero(right, LinqNumber.Of(left.Top.Remainder(right.Top))) : Inexact(),
        _ => Moved(sum, left, sum.Operator == ArithmeticOperator.Add ? right : right.Negative()),
    };

    // Days and times move by whole numbers alone, and days stay within the calendar.
    private LinqCase? Moved(ArithmeticExpression sum, LinqNumber left, LinqNumber right)
    {
        LinqNumber moved = left.Plus(right);
        if (sum.Type.Kind == FieldType.Number) return new LinqCase(LinqTest.True, moved);
        if (!moved.IsWhole) return Inexact();
        if (sum.Type.Kind == FieldType.Time) return new LinqCase(LinqTest.True, moved);
        LinqFactor day = moved.Top;
        LinqTest within = LinqTest.And(
            day.Low < Rational.Zero ? LinqTest.Of($"{day.Text} >= 0m") : LinqTest.True,
            day.High > LastDay.High ? LinqTest.Of($"{day.Text} <= {LastDay.Text}") : LinqTest.True);
        return new LinqCase(within, moved);
    }

    private static LinqCase? NotZero(LinqNumber divisor, LinqNumber result) => divisor.Top.Constant switch
    {
        null => new LinqCase(LinqTest.Of($"{divisor.Top.Text} != 0m"), result),
        { IsZero: true } => null,
        _ => new LinqCase(LinqTest.True, result),
    };

    private LinqCase? Inexact()
    {
        Refuse(DiagnosticCodes.ExportInexact);
        return null;
    }

    private ImmutableArray<LinqCase> Result(CallExpression call, ImmutableArray<LinqFrame> frames) => call.Function switch
    {
        MinutesFunction or HoursFunction or DaysFunction => Value(call.Arguments[0], frames),
        MinutesOfHoursFunction => OfNumber(call, frames, n => n.Times(Sixty)),
        HoursOfMinutesFunction => OfNumber(call, frames, n => n.Over(Sixty)),
        PercentFunction or PerHundredFunction => Pairs(Value(call.Arguments[0], frames), Value(call.Arguments[1], frames), (a, b) => NotZero(b, Hundred.Times(a).Over(b))),
        YearFunction => OfDay(call, frames, d => $"{d}.Year", 1, 9999),
        MonthFunction => OfDay(call, frames, d => $"{d}.Month", 1, 12),
        DayOfMonthFunction => OfDay(call, frames, d => $"{d}.Day", 1, 31),
        DayOfWeekFunction => OfDay(call, frames, d => $"(({d} - DateTime(1, 1, 1)).Days % 7 + 1)", 1, 7),
        SizeOfSetFunction => [.. Value(call.Arguments[0], frames).Select(c => c with { Term = SizeOf((LinqSet)c.Term, call.Arguments[0].Type.Options.Length) })],
        _ => RefuseValue(DiagnosticCodes.ExportFunction, call.Function.Name),
    };

    private ImmutableArray<LinqCase> OfNumber(CallExpression call, ImmutableArray<LinqFrame> frames, Func<LinqNumber, LinqNumber> change) =>
        [.. Value(call.Arguments[0], frames).Select(c => c with { Term = change((LinqNumber)c.Term) })];

    private ImmutableArray<LinqCase> OfDay(CallExpression call, ImmutableArray<LinqFrame> frames, Func<string, string> part, int low, int high)
    {
        ImmutableArray<LinqCase> days = Value(call.Arguments[0], frames);
        if (days.Any(d => d.Term is LinqNumber { Day: null })) return RefuseValue(DiagnosticCodes.ExportFunction, call.Function.Name);
        return [.. days.Select(d => d with { Term = LinqNumber.Of(new LinqFactor(part(((LinqNumber)d.Term).Day!), Rational.Of(low), Rational.Of(high), 0) { IsInt = true }) })];
    }

    private static LinqNumber SizeOf(LinqSet set, int most) =>
        LinqNumber.Of(set.Text is null ? LinqFactor.Of(set.Members.Length) : new LinqFactor($"{set.Text}.Count()", Rational.Zero, Rational.Of(most), 0) { IsInt = true });
}
