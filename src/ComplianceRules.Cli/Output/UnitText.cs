using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Output;

/// <summary>Units as people read them: 分钟/天, not <c>min/d</c>.</summary>
/// <param name="schema">Titles of units.</param>
/// <param name="language">The language.</param>
internal sealed class UnitText(FactSchema schema, TextLanguage language)
{
    private const string Percent = "%";

    /// <summary>A number with its unit.</summary>
    /// <param name="number">The number.</param>
    /// <param name="unit">The unit as packs write it; null for none.</param>
    public string WithUnit(string number, string? unit)
    {
        string label = Of(unit, number is not ("1" or "-1"));
        return label.Length == 0 || label == Percent || language == TextLanguage.Chinese ? number + label : $"{number} {label}";
    }

    /// <summary>A unit alone; empty for none.</summary>
    /// <param name="unit">The unit as packs write it; null for none.</param>
    /// <param name="isPlural">Whether it is of more or less than one.</param>
    public string Of(string? unit, bool isPlural = true)
    {
        if (unit is null) return string.Empty;
        return Unit.TryParse(unit, schema.Units.Keys, out Unit known) ? known.Label(language, schema.Units, isPlural) : unit;
    }
}
