using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Kinds;

/// <summary>Turns a step of a sequence into an item: a comparison of days for each thing that it must keep.</summary>
/// <remarks>
/// A step named in <c>after</c> that is left out hands on what it came after itself. A step that may be left out makes unknown what it is asked for as long as it is not known
/// whether it is.
/// </remarks>
/// <param name="checker">Compares days.</param>
/// <param name="step">The step.</param>
internal sealed class StepLowering(ExpressionChecker checker, SequenceStep step)
{
    private static readonly ExpressionType InDays = ExpressionType.Number(Unit.Day);

    private static readonly IExpressionFunction WorkingDays = FunctionRegistry.Named("working_days_between")[0];

    private static readonly CallExpression OneDay = new(InDays, FunctionRegistry.Named("days")[0], [new LiteralExpression(InDays, new NumberValue(Rational.Of(1)))]);

    private readonly List<JudgedMeasure> _measures = [];

    /// <summary>The item.</summary>
    public JudgedItem Item()
    {
        List<JudgedMeasure> own = [];
        if (step.IsSpan) Add(own, step.To.Measure, step.To.Day, new Bound(BoundKind.Min, step.From.Day), step.To.Place);
        if (step.Lasts is { } lasts) Add(own, Lasting(lasts), Days(lasts, First(), step.To.Day), new Bound(BoundKind.Min, lasts.Least), lasts.Place);
        _measures.AddRange(own);
        TypedExpression kept = KindContext.All(own.Select(m => m.Holds));
        if (step.After is not null) kept = own.Count == 0 ? After(step.After, AsItIs) : new LogicExpression(true, kept, After(step.After, AsItIs));
        return new JudgedItem(step.Part.Id, step.Part.Title, Where(step.When, kept)) { Measures = [.. _measures.Select(m => m with { Holds = Where(step.When, m.Holds) })] };
    }

    /// <summary>What is asked of the days of the steps before.</summary>
    /// <param name="earlier">The step named; where it is left out, the one that it comes after itself.</param>
    /// <param name="guarded">Says of a condition when it counts for the row.</param>
    private TypedExpression After(SequenceStep earlier, Func<TypedExpression, TypedExpression> guarded)
    {
        List<JudgedMeasure> own = [];
        Add(own, step.From.Measure, step.From.Day, new Bound(step.IsStrict ? BoundKind.Above : BoundKind.Min, earlier.To.Day), step.From.Place);
        if (step.Wait is { } wait) Add(own, Waiting(wait, earlier), Days(wait, earlier.To.Day, step.From.Day), new Bound(BoundKind.Min, wait.Least), wait.Place);
        _measures.AddRange(own.Select(m => m with { Holds = guarded(Where(earlier.When, m.Holds)) }));
        TypedExpression kept = KindContext.All(own.Select(m => m.Holds));
        if (earlier.When is not { } when) return kept;
        TypedExpression otherwise = earlier.After is null ? KindContext.Always : After(earlier.After, holds => guarded(new ConditionalExpression(ExpressionType.Bool, when, KindContext.Always, holds)));
        return new ConditionalExpression(ExpressionType.Bool, when, kept, otherwise);
    }

    private static TypedExpression AsItIs(TypedExpression holds) => holds;

    private static TypedExpression Where(TypedExpression? when, TypedExpression holds) =>
        when is null ? holds : new ConditionalExpression(ExpressionType.Bool, when, holds, KindContext.Always);

    private void Add(List<JudgedMeasure> measures, LocalText measure, TypedExpression observed, Bound bound, SourceSpan place)
    {
        if (checker.Compare(BoundReader.OperatorOf(bound.Kind), observed, bound.Value, place) is { } holds) measures.Add(new JudgedMeasure(holds, measure, observed, bound));
    }

    // Counted from the day before the first, so that both ends count.
    private ArithmeticExpression First() => new(ExpressionType.Date, ArithmeticOperator.Subtract, step.From.Day, OneDay);

    private static TypedExpression Days(StepSpan span, TypedExpression from, TypedExpression to) =>
        span.IsWorking ? new CallExpression(InDays, WorkingDays, [from, to]) : new ArithmeticExpression(InDays, ArithmeticOperator.Subtract, to, from);

    private static LocalText Lasting(StepSpan span) => span.IsWorking
        ? new LocalText("持续的工作日（含首尾两日）", "working days that it lasts, both ends counted")
        : new LocalText("持续的天数（含首尾两日）", "days that it lasts, both ends counted");

    private static LocalText Waiting(StepSpan span, SequenceStep earlier)
    {
        (string zh, string en) = (earlier.Part.Title.In(TextLanguage.Chinese), earlier.Part.Title.In(TextLanguage.English));
        return span.IsWorking
            ? new LocalText($"“{zh}”结束后的工作日", $"working days since the end of \"{en}\"")
            : new LocalText($"“{zh}”结束后的天数", $"days since the end of \"{en}\"");
    }
}
