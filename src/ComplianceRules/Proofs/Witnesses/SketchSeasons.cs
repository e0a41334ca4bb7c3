using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Puts the dates of a row into the part of the year whose values rules were read with.</summary>
internal static class SketchSeasons
{
    // 29 February may be eight years away.
    private const int Far = 8 * Season.DaysOfYear;

    /// <summary>The row with such dates; as it is where it has them. A row that none can be found for is left as it is: no judge confirms it.</summary>
    /// <param name="sketch">The row.</param>
    /// <param name="span">The days of the comparison.</param>
    /// <param name="rules">The rules; null for none.</param>
    public static IEnumerable<Sketch> Of(Sketch sketch, ProofSpan span, params ReadOnlySpan<ComparedRule?> rules)
    {
        IEnumerable<Sketch> made = [sketch];
        foreach (ComparedRule? rule in rules)
        {
            if (rule?.Part is { } part) made = rule.SeasonOf is { } date ? made.SelectMany(s => WithDate(s, date, part)) : made.Select(s => OnDay(s, span, part));
        }

        return made;
    }

    /// <summary>The first of some days that lies in a part of the year; null where none does.</summary>
    /// <param name="span">The days.</param>
    /// <param name="part">The part.</param>
    public static DateOnly? FirstIn(ProofSpan span, Season part)
    {
        int last = (int)Math.Min(span.Until.DayNumber, (long)span.From.DayNumber + Far);
        for (int day = span.From.DayNumber; day <= last; day++)
        {
            if (part.Contains(DateOnly.FromDayNumber(day))) return DateOnly.FromDayNumber(day);
        }

        return null;
    }

    private static Sketch OnDay(Sketch sketch, ProofSpan span, Season part) =>
        part.Contains(sketch.Day) ? sketch : sketch with { Day = FirstIn(span with { From = sketch.Day }, part) ?? FirstIn(span, part) ?? sketch.Day };

    private static IEnumerable<Sketch> WithDate(Sketch sketch, FieldExpression date, Season part)
    {
        int at = -1;
        for (int i = 0; i < sketch.Facts.Length; i++)
        {
            if (sketch.Facts[i] is { } fact && fact.Row == date.Row && fact.Field.Name == date.Field.Name) at = i;
        }

        if (at < 0 || sketch.Facts[at].Value is not DateValue { Day: var day } || part.Contains(day)) return [sketch];
        DateOnly?[] days = [FirstIn(new ProofSpan(day, DateOnly.MaxValue), part), LastIn(day, part)];
        return [.. days.OfType<DateOnly>().Select(d => sketch with { Facts = sketch.Facts.SetItem(at, sketch.Facts[at] with { Value = new DateValue(d) }) })];
    }

    private static DateOnly? LastIn(DateOnly until, Season part)
    {
        for (int day = until.DayNumber; day >= Math.Max(0, until.DayNumber - Far); day--)
        {
            if (part.Contains(DateOnly.FromDayNumber(day))) return DateOnly.FromDayNumber(day);
        }

        return null;
    }
}
