using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What people call a period.</summary>
internal static class PeriodTexts
{
    /// <summary>The period: a month, year, term or school year by its name, weeks and what a frame has cut by their days.</summary>
    /// <param name="period">The period.</param>
    public static LocalText Of(JudgedPeriod period) => period switch
    {
        { IsCut: true } or { Unit: PeriodUnit.Week } => new LocalText($"{Day(period.From)} 至 {Day(period.To)}", $"{Day(period.From)} to {Day(period.To)}"),
        { Unit: PeriodUnit.Month } => new LocalText(Text($"{period.From.Year}年{period.From.Month}月"), period.From.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        { Unit: PeriodUnit.Year } => new LocalText(Text($"{period.From.Year}年"), Text($"{period.From.Year}")),
        { Unit: PeriodUnit.Term, SchoolYear: { } year } => new LocalText(Text($"{DataExcerpt.Of(year)}学年第{period.Term}学期"), Text($"term {period.Term} of {DataExcerpt.Of(year)}")),
        _ => new LocalText($"{DataExcerpt.Of(period.SchoolYear!)}学年", $"school year {DataExcerpt.Of(period.SchoolYear!)}"),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
