using System.Collections.Frozen;

namespace ComplianceRules.Expressions;

/// <summary>The parameter values in force for the rows of one stack on one day.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class ParameterTable
{
    private readonly FrozenDictionary<(string Name, string? Key), Value> _values;

    public ParameterTable(IEnumerable<KeyValuePair<(string Name, string? Key), Value>> values) => _values = values.ToFrozenDictionary();

    /// <summary>The value of a parameter; null where none is in force.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    public Value? ValueOf(string name, string? key) => _values.GetValueOrDefault((name, key));
}
