using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>Says the members of dates, of times and of what lies between two of them.</summary>
internal static class Moments
{
    private static readonly MeaningValue Known = new((bool?)null);

    /// <summary>A member of a date or a span; null where the rule language has none such.</summary>
    public static Said? Member(Said target, LinqMember member) => (target.Kind, member.Name.ToUpperInvariant()) switch
    {
        (SaidKind.Date, "DATE") => target,
        (SaidKind.Date, "YEAR") => Number($"year({target.Text})", target, new NumberRange(1, 9999)),
        (SaidKind.Date, "MONTH") => Number($"month({target.Text})", target, new NumberRange(1, 12)),
        (SaidKind.Date, "DAY") => Number($"day_of_month({target.Text})", target, new NumberRange(1, 31)),
        (SaidKind.Days, "TOTALDAYS" or "DAYS") => target with { Kind = SaidKind.Number, IsWhole = true },
        (SaidKind.Minutes, "TOTALMINUTES") => target with { Kind = SaidKind.Number },
        (SaidKind.Minutes, "TOTALHOURS") => Number($"hours({target.Text})", target, null) with { IsWhole = false },
        _ => null,
    };

    private static Said Number(string text, Said of, NumberRange? range) =>
        new(text, SaidLevel.Primary, SaidKind.Number, new MeaningCall(of.Meaning, Known, false)) { IsConstant = of.IsConstant, IsWhole = true, Range = range };
}
