using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Every parameter of some packs of one stack: what it is, and every value that a pack gives it.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class ParameterBook
{
    private readonly FrozenDictionary<string, ParameterDefinition> _definitions;
    private readonly FrozenDictionary<string, ImmutableArray<ParameterEntry>> _entries;

    internal ParameterBook(IEnumerable<ParameterDefinition> definitions, IReadOnlyDictionary<string, ImmutableArray<ParameterEntry>> entries)
    {
        _definitions = definitions.ToFrozenDictionary(d => d.Signature.Name, StringComparer.Ordinal);
        _entries = entries.ToFrozenDictionary(StringComparer.Ordinal);
        Signatures = _definitions.Values.ToImmutableSortedDictionary(d => d.Signature.Name, d => d.Signature, StringComparer.Ordinal);
    }

    /// <summary>What expressions may know of the parameters.</summary>
    public ImmutableSortedDictionary<string, ParameterSignature> Signatures { get; }

    /// <summary>The definition of a parameter; null where there is none.</summary>
    /// <param name="name">The parameter's name.</param>
    public ParameterDefinition? Definition(string name) => _definitions.GetValueOrDefault(name);

    /// <summary>Every value of a parameter, outermost pack first, in file order within a pack.</summary>
    /// <param name="name">The parameter's name.</param>
    public ImmutableArray<ParameterEntry> Entries(string name) => _entries.GetValueOrDefault(name, []);

    /// <summary>The value of every parameter and key that is in force on a day, on every scale that it is read on; values that are no times are on the whole day's.</summary>
    /// <param name="day">The day.</param>
    /// <param name="scales">The scales that times are read on.</param>
    public Dictionary<(string Name, string? Key, TimeScale Scale), ResolvedParameter> InForce(DateOnly day, ParameterScales scales)
    {
        Dictionary<(string Name, string? Key, TimeScale Scale), ResolvedParameter> values = [];
        foreach ((string name, ImmutableArray<ParameterEntry> entries) in _entries)
        {
            foreach (IGrouping<string?, ParameterEntry> key in entries.GroupBy(e => e.Key, StringComparer.Ordinal))
            {
                foreach (TimeScale scale in scales.Of(name).Append(TimeScale.WholeDay))
                {
                    if (ValueResolver.Resolve(key, _definitions[name].Strictness, day, scale) is { } value) values[(name, key.Key, scale)] = value;
                }
            }
        }

        return values;
    }
}
