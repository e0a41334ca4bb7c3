using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>A value in a finding: what was observed, a limit, or a margin.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Type">What kind of value it is.</param>
/// <param name="Text">The value as data writes it: a decimal of at most 15 significant digits, <c>true</c>, <c>yyyy-MM-dd</c>, <c>HH:mm</c>, a key, or keys joined by a comma and a blank.</param>
public sealed record FindingValue(FieldType Type, string Text)
{
    /// <summary>The number; null for other types, and for numbers that a decimal cannot hold.</summary>
    public decimal? Number =>
        Type == FieldType.Number && decimal.TryParse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : null;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
