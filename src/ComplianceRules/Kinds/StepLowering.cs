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
        if (step.IsSpan) Add(step.To.Measure, step.To.Day, BoundKind.Min, step.From.Day, step.To.Place);
        if (step.Lasts is { } lasts) Add(Lasting(lasts), Days(lasts, First(), step.To.Day), BoundKind.Min, lasts.Least, lasts.Place);
        for (SequenceStep? earlier = step.After; earlier is not null; earlier = earlier.When is null ? null : earlier.After) AddAfter(earlier);
        TypedExpression kept = KindContext.All(_measures.Select(m => m.Holds));
        return new JudgedItem(step.Part.Id, step.Part.Title, Where(step.When, kept)) { Measures = [.. _measures.Select(m => m with { Holds = Where(step.When, m.Holds) })] };
    }

    private void AddAfter(SequenceStep earlier)
    {
        int before = _measures.Count;
        Add(step.From.Measure, step.From.Day, step.IsStrict ? BoundKind.Above : BoundKind.Min, earlier.To.Day, step.From.Place);
        if (step.Wait is { } wait) Add(Waiting(wait, earlier), Days(wait, earlier.To.Day, step.From.Day), BoundKind.Min, wait.Least, wait.Place);

        // It counts where it is a step for the row and those named before it in the chain are not.
        for (int i = before; i < _measures.Count; i++) _measures[i] = _measures[i] with { Holds = Guarded(_measures[i].Holds, earlier) };
    }

    private TypedExpression Guarded(TypedExpression holds, SequenceStep earlier)
    {
        TypedExpression guarded = Where(earlier.When, holds);
        for (SequenceStep? between = step.After; between is not null && !ReferenceEquals(between, earlier); between = between.After)
            guarded = new ConditionalExpression(ExpressionType.Bool, between.When!, KindContext.Always, guarded);
        return guarded;
    }

    private static TypedExpression Where(TypedExpression? when, TypedExpression holds) =>
        when is null ? holds : new ConditionalExpression(ExpressionType.Bool, when, holds, KindContext.Always);

    private void Add(LocalText measure, TypedExpression observed, BoundKind kind, TypedExpression limit, SourceSpan place)
    {
        if (checker.Compare(BoundReader.OperatorOf(kind), observed, limit, place) is { } holds) _measures.Add(new JudgedMeasure(holds, measure, observed, new Bound(kind, limit)));
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
