using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

internal sealed partial class DynamicRuleWriter
{
    private static readonly DynamicNumber Hundred = DynamicNumber.Of(Rational.Of(100));
    private static readonly DynamicNumber Sixty = DynamicNumber.Of(Rational.Of(60));
    private static readonly DynamicFactor LastDay = DynamicFactor.Of(DateOnly.MaxValue.DayNumber);

    private ImmutableArray<DynamicCase> Value(TypedExpression value, ImmutableArray<DynamicFrame> frames)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Refusal is not null) return [];
        ImmutableArray<DynamicCase> cases = value switch
        {
            LiteralExpression e => [new DynamicCase(DynamicTest.True, TermOf(e.Value))],
            AsOfExpression => [new DynamicCase(DynamicTest.True, TermOf(new DateValue(asOf)))],
            FieldExpression e => FactValue(e, frames),
            ParameterExpression e => [.. InForce(e, frames).Select(v => new DynamicCase(v.When, TermOf(v.Value)))],
            ConditionalExpression e => Chosen(Truth(e.Condition, frames), Value(e.WhenTrue, frames), Value(e.WhenFalse, frames)),
            NegateExpression e => [.. Value(e.Operand, frames).Select(c => c with { Term = ((DynamicNumber)c.Term).Negative() })],
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

    private static bool IsExact(DynamicCase value) => value.Term is not DynamicNumber number || (number.Top.IsExact && number.Bottom.IsExact);

    private static int Length(DynamicTerm term) => term switch
    {
        DynamicNumber number => number.Top.Text.Length + number.Bottom.Text.Length,
        DynamicWord word => word.Text.Length,
        DynamicSet set => set.Text?.Length ?? set.Members.Sum(m => m.Length),
        _ => 0,
    };

    private static ImmutableArray<DynamicCase> Chosen(DynamicTruth condition, ImmutableArray<DynamicCase> whenTrue, ImmutableArray<DynamicCase> whenFalse) =>
    [
        .. whenTrue.Select(c => c with { When = DynamicTest.And(condition.True, c.When) }),
        .. whenFalse.Select(c => c with { When = DynamicTest.And(condition.False, c.When) }),
    ];

    private ImmutableArray<DynamicCase> Computed(ArithmeticExpression sum, ImmutableArray<DynamicFrame> frames) =>
        Pairs(Value(sum.Left, frames), Value(sum.Right, frames), (left, right) => Combined(sum, left, right));

    private static ImmutableArray<DynamicCase> Pairs(ImmutableArray<DynamicCase> left, ImmutableArray<DynamicCase> right, Func<DynamicNumber, DynamicNumber, DynamicCase?> combine) =>
    [
        .. left.SelectMany(l => right.Select(r => combine((DynamicNumber)l.Term, (DynamicNumber)r.Term) is { } made ? made with { When = DynamicTest.And(l.When, r.When, made.When) } : null)).OfType<DynamicCase>(),
    ];

    private DynamicCase? Combined(ArithmeticExpression sum, DynamicNumber left, DynamicNumber right) => sum.Operator switch
    {
        ArithmeticOperator.Multiply => new DynamicCase(DynamicTest.True, left.Times(right)),
        ArithmeticOperator.Divide when sum.Type.IsInt => Inexact(),
        ArithmeticOperator.Divide => NotZero(right, left.Over(right)),
        ArithmeticOperator.Remainder => left.IsPlain && right.IsPlain ? NotZero(right, DynamicNumber.Of(left.Top.Remainder(right.Top))) : Inexact(),
        _ => Moved(sum, left, sum.Operator == ArithmeticOperator.Add ? right : right.Negative()),
    };

    // Days and times move by whole numbers alone, and days stay within the calendar.
    private DynamicCase? Moved(ArithmeticExpression sum, DynamicNumber left, DynamicNumber right)
    {
        DynamicNumber moved = left.Plus(right);
        if (sum.Type.Kind == FieldType.Number) return new DynamicCase(DynamicTest.True, moved);
        if (!moved.IsWhole) return Inexact();
        if (sum.Type.Kind == FieldType.Time) return new DynamicCase(DynamicTest.True, moved);
        DynamicFactor day = moved.Top;
        DynamicTest within = DynamicTest.And(
            day.Low < Rational.Zero ? DynamicTest.Of($"{day.Text} >= 0m") : DynamicTest.True,
            day.High > LastDay.High ? DynamicTest.Of($"{day.Text} <= {LastDay.Text}") : DynamicTest.True);
        return new DynamicCase(within, moved);
    }

    private static DynamicCase? NotZero(DynamicNumber divisor, DynamicNumber result) => divisor.Top.Constant switch
    {
        null => new DynamicCase(DynamicTest.Of($"{divisor.Top.Text} != 0m"), result),
        { IsZero: true } => null,
        _ => new DynamicCase(DynamicTest.True, result),
    };

    private DynamicCase? Inexact()
    {
        Refuse(DiagnosticCodes.ExportInexact);
        return null;
    }

    private ImmutableArray<DynamicCase> Result(CallExpression call, ImmutableArray<DynamicFrame> frames) => call.Function switch
    {
        MinutesFunction or HoursFunction or DaysFunction => Value(call.Arguments[0], frames),
        MinutesOfHoursFunction => OfNumber(call, frames, n => n.Times(Sixty)),
        HoursOfMinutesFunction => OfNumber(call, frames, n => n.Over(Sixty)),
        PercentFunction or PerHundredFunction => Pairs(Value(call.Arguments[0], frames), Value(call.Arguments[1], frames), (a, b) => NotZero(b, Hundred.Times(a).Over(b))),
        YearFunction => OfDay(call, frames, d => $"{d}.Year", 1, 9999),
        MonthFunction => OfDay(call, frames, d => $"{d}.Month", 1, 12),
        DayOfMonthFunction => OfDay(call, frames, d => $"{d}.Day", 1, 31),
        DayOfWeekFunction => OfDay(call, frames, d => $"(({d} - DateTime(1, 1, 1)).Days % 7 + 1)", 1, 7),
        SizeOfSetFunction => [.. Value(call.Arguments[0], frames).Select(c => c with { Term = SizeOf((DynamicSet)c.Term, call.Arguments[0].Type.Options.Length) })],
        _ => RefuseValue(DiagnosticCodes.ExportFunction, call.Function.Name),
    };

    private ImmutableArray<DynamicCase> OfNumber(CallExpression call, ImmutableArray<DynamicFrame> frames, Func<DynamicNumber, DynamicNumber> change) =>
        [.. Value(call.Arguments[0], frames).Select(c => c with { Term = change((DynamicNumber)c.Term) })];

    private ImmutableArray<DynamicCase> OfDay(CallExpression call, ImmutableArray<DynamicFrame> frames, Func<string, string> part, int low, int high)
    {
        ImmutableArray<DynamicCase> days = Value(call.Arguments[0], frames);
        if (days.Any(d => d.Term is DynamicNumber { Day: null })) return RefuseValue(DiagnosticCodes.ExportFunction, call.Function.Name);
        return [.. days.Select(d => d with { Term = DynamicNumber.Of(new DynamicFactor(part(((DynamicNumber)d.Term).Day!), Rational.Of(low), Rational.Of(high), 0) { IsInt = true }) })];
    }

    private static DynamicNumber SizeOf(DynamicSet set, int most) =>
        DynamicNumber.Of(set.Text is null ? DynamicFactor.Of(set.Members.Length) : new DynamicFactor($"{set.Text}.Count()", Rational.Zero, Rational.Of(most), 0) { IsInt = true });
}
