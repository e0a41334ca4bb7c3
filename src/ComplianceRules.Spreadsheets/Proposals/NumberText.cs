using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Tries texts as the numbers of a field.</summary>
/// <param name="field">The field.</param>
/// <param name="unit">The unit of the cells.</param>
internal sealed class NumberText(FieldSchema field, Unit unit)
{
    /// <summary>The format of numbers with thousands separators.</summary>
    public const string Separated = "#,##0";

    private const double MinutesOfHour = 60;

    /// <summary>Whether the field can have what a text says.</summary>
    public bool Fits(string text)
    {
        if (!TryRead(text, out double number)) return false;
        double factor = Factor();
        double value = number * factor;
        if (field.Range?.Contains(value) == false) return false;
        return factor != 1 || field.Step is not { } step || NumberStep.Fits(value, step);
    }

    /// <summary>Whether a text is a plain number from 0 to 1.</summary>
    public bool IsShare(string text) => !CellText.Fold(text).EndsWith('%') && TryRead(text, out double number) && number is >= 0 and <= 1;

    private bool TryRead(string text, out double number)
    {
        string folded = CellText.Fold(text);
        bool percent = folded.EndsWith('%');
        bool isOne = Unit.One.Equals(field.Unit);
        number = 0;
        if (percent && !isOne && !Unit.Percent.Equals(field.Unit)) return false;
        string digits = percent ? folded[..^1].TrimEnd() : folded;
        if (digits.Contains(',', StringComparison.Ordinal) && !IsSeparated(digits)) return false;
        if (!FactNumber.TryParse(digits.Replace(",", string.Empty, StringComparison.Ordinal), out number)) return false;
        if (percent && isOne) number /= 100;
        return true;
    }

    private static bool IsSeparated(string digits)
    {
        string[] groups = digits.Split('.')[0].TrimStart('-').Split(',');
        return groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(g => g.Length == 3);
    }

    private double Factor() => (unit.PowerOf("h") - (field.Unit ?? Unit.One).PowerOf("h")) switch
    {
        > 0 => MinutesOfHour,
        < 0 => 1 / MinutesOfHour,
        _ => 1,
    };
}
