using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Values of a parameter as people read them, with their unit.</summary>
/// <param name="unit">The unit; null for none.</param>
/// <param name="schema">Titles of units.</param>
internal sealed class ValueUnit(Unit? unit, FactSchema schema)
{
    private readonly ValueText _values = new(schema);

    /// <summary>A value; only a number has a unit.</summary>
    /// <param name="value">The value.</param>
    public LocalText Of(Value value) => value is NumberValue
        ? new LocalText(_values.WithUnit(value.Text, unit, TextLanguage.Chinese), _values.WithUnit(value.Text, unit, TextLanguage.English))
        : LocalText.Same(value.Text);
}
