using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Counts the events of a row by period.</summary>
/// <param name="interpreter">Evaluates what is asked of an event.</param>
/// <param name="reader">Finds the events.</param>
/// <param name="asOf">The day of assessment.</param>
internal sealed class FrequencyEvaluator(ReferenceInterpreter interpreter, RowReader reader, DateOnly asOf)
{
    /// <summary>What is asked.</summary>
    /// <param name="frequency">A checked frequency.</param>
    /// <param name="rows">The rows at hand.</param>
    public Value Evaluate(FrequencyExpression frequency, RowFrames rows)
    {
        FrequencyAnswer answer = Answer(frequency, rows);
        UnknownValue unknown = new(answer.Missing ?? answer.Doubt ?? UnknownReason.NoRows);
        return frequency.Part switch
        {
            FrequencyPart.Judged => answer.IsJudged is { } judged ? Value.Of(judged) : unknown,
            FrequencyPart.Kept => answer.IsKept is { } kept ? Value.Of(kept) : unknown,
            _ => answer is { IsKept: not null, Decisive: { } period } && period.Least == period.Most ? new NumberValue(Rational.Of(period.Least)) : unknown,
        };
    }

    /// <summary>The periods of a row and their events.</summary>
    /// <param name="frequency">A checked frequency.</param>
    /// <param name="rows">The rows at hand.</param>
    public FrequencyAnswer Answer(FrequencyExpression frequency, RowFrames rows)
    {
        JudgedPeriods judged = PeriodFinder.Find(frequency.Periods, interpreter.CalendarFor(rows), asOf);
        if (judged.Missing is { } reason) return new FrequencyAnswer(reason, null, []);
        UnknownReason? doubt = judged.Periods.Any(p => p.Counts is null) ? UnknownReason.NoCalendar : null;
        (int Least, int Most)[] events = Count(frequency, rows, judged, ref doubt);
        CountLimit min = LimitOf(frequency.Min, rows, ref doubt);
        CountLimit max = LimitOf(frequency.Max, rows, ref doubt);
        return new FrequencyAnswer(null, doubt, [.. judged.Periods.Select((period, i) => PeriodCount.Of(period, events[i], min, max))]);
    }

    private CountLimit LimitOf(TypedExpression? limit, RowFrames rows, ref UnknownReason? doubt)
    {
        Value? value = limit is null ? null : interpreter.Evaluate(limit, rows);
        doubt ??= (value as UnknownValue)?.Reason;
        return CountLimit.Of(value);
    }

    private (int Least, int Most)[] Count(FrequencyExpression frequency, RowFrames rows, JudgedPeriods judged, ref UnknownReason? doubt)
    {
        (int Least, int Most)[] events = new (int Least, int Most)[judged.Periods.Length];
        ListRows list = reader.RowsOf(frequency.Events.List, rows);
        if (list.Missing is { } missing)
        {
            doubt ??= missing;
            Array.Fill(events, (0, int.MaxValue));
            return events;
        }

        foreach (RowFrames child in list.Each(rows)) Count(frequency, child, judged, events, ref doubt);
        return events;
    }

    private void Count(FrequencyExpression frequency, RowFrames child, JudgedPeriods judged, (int Least, int Most)[] events, ref UnknownReason? doubt)
    {
        Value where = interpreter.Evaluate(frequency.Where, child);
        if (where is BoolValue { Truth: false }) return;
        Value on = interpreter.Evaluate(frequency.On, child);
        int own = on is DateValue date ? judged.Of(date.Day.DayNumber) : -1;
        if (own < 0 && on is DateValue) return;
        doubt ??= (where as UnknownValue ?? on as UnknownValue)?.Reason;
        foreach (ref (int Least, int Most) period in own < 0 ? events : events.AsSpan(own, 1)) period.Most++;
        if (own >= 0 && where is BoolValue) events[own].Least++;
    }
}
