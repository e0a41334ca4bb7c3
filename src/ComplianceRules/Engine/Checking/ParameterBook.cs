using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Expressions;
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

    /// <summary>The value of every parameter and key that is in force on a day.</summary>
    /// <param name="day">The day.</param>
    public Dictionary<(ParameterId Parameter, string? Key), ResolvedParameter> InForce(DateOnly day)
    {
        Dictionary<(ParameterId Parameter, string? Key), ResolvedParameter> values = [];
        foreach ((ParameterId parameter, ImmutableArray<ParameterEntry> entries) in _entries)
        {
            foreach (IGrouping<string?, ParameterEntry> key in entries.GroupBy(e => e.Key, StringComparer.Ordinal))
            {
                if (ValueResolver.Resolve(key, _definitions[parameter].Strictness, day) is { } value) values[(parameter, key.Key)] = value;
            }
        }

        return values;
    }
}
