using System.Globalization;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>Says values that are written.</summary>
internal static class Literals
{
    private static readonly MeaningValue Value = new((bool?)null);

    public static Said Number(Rational value, LinqNumberKind counted)
    {
        bool isWhole = counted is LinqNumberKind.Int or LinqNumberKind.Long;
        string digits = value.IsWhole ? value.Numerator.ToString(CultureInfo.InvariantCulture) : LiteralText.Of(new LiteralExpression(ExpressionType.Number(Unit.One), new NumberValue(value)));
        double rounded = value.ToDouble();
        return new Said(value.IsWhole && !isWhole ? digits + ".0" : digits, value < Rational.Zero ? SaidLevel.Sign : SaidLevel.Primary, SaidKind.Number, Value)
        {
            IsConstant = true,
            Literal = value,
            Counted = counted,
            IsWhole = isWhole,
            IsComputed = counted == LinqNumberKind.Single && !value.IsWhole,
            Range = new NumberRange(rounded, rounded),
        };
    }

    public static Said Text(string content) => Constant(LiteralText.Quoted(content), SaidKind.Text) with { Content = content };

    public static Said Truth(bool truth) => new(truth ? "true" : "false", SaidLevel.Primary, SaidKind.Truth, new MeaningValue(truth)) { IsConstant = true };

    /// <summary>A day; null where the text is none.</summary>
    public static Said? Date(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy/M/d", "yyyy-MM-dd'T'00:00:00", "yyyy-MM-dd 00:00:00"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? Constant($"date(\"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\")", SaidKind.Date)
            : null;

    /// <summary>A time of day in whole minutes; null where the text is none.</summary>
    public static Said? Time(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) && time.Second == 0
            ? Constant($"time(\"{time.ToString("HH:mm", CultureInfo.InvariantCulture)}\")", SaidKind.Time) with { Minute = (time.Hour * 60) + time.Minute }
            : null;

    /// <summary>A decimal that is written in quotes; null where it is none.</summary>
    public static Said? Number(string text, LinqNumberKind counted) => Rational.TryParse(text, out Rational value) ? Number(value, counted) : null;

    private static Said Constant(string text, SaidKind kind) => new(text, SaidLevel.Primary, kind, Value) { IsConstant = true };
}
