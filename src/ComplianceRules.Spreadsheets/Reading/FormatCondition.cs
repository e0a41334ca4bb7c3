using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Which numbers a section of a number format is for.</summary>
/// <param name="Sign">How they compare with the bound.</param>
/// <param name="Bound">The bound.</param>
internal readonly record struct FormatCondition(string Sign, double Bound)
{
    private static readonly string[] Signs = [">=", "<=", "<>", ">", "<", "="];

    /// <summary>Reads <c>&gt;=100</c>; null for what is no condition, such as a colour.</summary>
    public static FormatCondition? Of(string text)
    {
        string? sign = Array.Find(Signs, s => text.StartsWith(s, StringComparison.Ordinal));
        return sign is not null && FactNumber.TryParse(text.AsSpan(sign.Length), out double bound) ? new FormatCondition(sign, bound) : null;
    }

    public bool Holds(double number) => Sign switch
    {
        ">=" => number >= Bound,
        "<=" => number <= Bound,
        "<>" => number != Bound,
        ">" => number > Bound,
        "<" => number < Bound,
        _ => number == Bound,
    };
}
