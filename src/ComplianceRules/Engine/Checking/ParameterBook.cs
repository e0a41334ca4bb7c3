using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Every parameter of some packs: what it is, and every value that a pack gives it.</summary>
/// <remarks>Immutable. In the book of one pack and everything further out a name means one parameter; in that of a row's stack it may mean several.</remarks>
internal sealed class ParameterBook
{
    private readonly FrozenDictionary<ParameterId, ParameterDefinition> _definitions;
    private readonly FrozenDictionary<ParameterId, ImmutableArray<ParameterEntry>> _entries;
    private readonly FrozenDictionary<string, ParameterDefinition> _byName;

    internal ParameterBook(IReadOnlyCollection<ParameterDefinition> definitions, IReadOnlyDictionary<ParameterId, ImmutableArray<ParameterEntry>> entries)
    {
        _definitions = definitions.ToFrozenDictionary(d => d.Id);
        _entries = entries.ToFrozenDictionary();
        _byName = definitions.DistinctBy(d => d.Signature.Name).ToFrozenDictionary(d => d.Signature.Name, StringComparer.Ordinal);
        Signatures = _byName.Values.ToImmutableSortedDictionary(d => d.Signature.Name, d => d.Signature, StringComparer.Ordinal);
    }

    /// <summary>What expressions may know of the parameters.</summary>
    public ImmutableSortedDictionary<string, ParameterSignature> Signatures { get; }

    /// <summary>The definition of a parameter; null where there is none.</summary>
    /// <param name="name">The parameter's name.</param>
    public ParameterDefinition? Definition(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Every value of a parameter, outermost pack first, in file order within a pack.</summary>
    /// <param name="name">The parameter's name.</param>
    public ImmutableArray<ParameterEntry> Entries(string name) => Definition(name) is { } definition ? _entries.GetValueOrDefault(definition.Id, []) : [];

    /// <summary>The value of every parameter and key that is in force on a day, on every scale that it is read on; values that are no times are on the whole day's.</summary>
    /// <param name="day">The day.</param>
    /// <param name="scales">The scales that times are read on.</param>
    public Dictionary<(ParameterId Parameter, string? Key, TimeScale Scale), ResolvedParameter> InForce(DateOnly day, ParameterScales scales)
    {
        Dictionary<(ParameterId Parameter, string? Key, TimeScale Scale), ResolvedParameter> values = [];
        foreach ((ParameterId parameter, ImmutableArray<ParameterEntry> entries) in _entries)
        {
            foreach (IGrouping<string?, ParameterEntry> key in entries.GroupBy(e => e.Key, StringComparer.Ordinal))
            {
                foreach (TimeScale scale in scales.Of(parameter.Name).Append(TimeScale.WholeDay))
                {
                    if (SeasonResolver.Resolve([.. key], _definitions[parameter].Strictness, day, scale) is { } value) values[(parameter, key.Key, scale)] = value;
                }
            }
        }

        return values;
    }
}
