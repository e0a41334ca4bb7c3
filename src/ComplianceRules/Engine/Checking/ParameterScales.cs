using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The scales of time on which rules read each parameter: which of two clock times is later depends on the scale.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class ParameterScales
{
    private readonly ILookup<string, TimeScale> _scales;

    /// <summary>Gathers the scales.</summary>
    /// <param name="rules">The rules that read parameters.</param>
    public ParameterScales(IEnumerable<CheckedRule> rules) => _scales = rules
        .SelectMany(r => r.Form.Parts).OfType<ParameterExpression>()
        .Where(p => p.Type.Kind == FieldType.Time).Select(p => (p.Name, Scale: p.Type.Scale ?? TimeScale.WholeDay)).Distinct()
        .ToLookup(p => p.Name, p => p.Scale, StringComparer.Ordinal);

    /// <summary>The scales of one parameter: at least one, the whole day where no rule reads it as a time.</summary>
    /// <param name="name">The parameter's name.</param>
    public ImmutableArray<TimeScale> Of(string name) => _scales.Contains(name) ? [.. _scales[name]] : [TimeScale.WholeDay];
}
