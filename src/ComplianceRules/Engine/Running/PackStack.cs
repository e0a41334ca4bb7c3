using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>The packs that judge some rows on one day, and the parameter values in force for them.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class PackStack
{
    private readonly FrozenDictionary<(string Name, string? Key), ResolvedParameter> _resolved;

    /// <summary>Resolves the parameters of a stack.</summary>
    /// <param name="packs">The packs, outermost first.</param>
    /// <param name="resolved">The values in force.</param>
    public PackStack(ImmutableArray<RulePack> packs, IReadOnlyDictionary<(string Name, string? Key), ResolvedParameter> resolved)
    {
        Packs = [.. packs.Select(p => p.Id)];
        _resolved = resolved.ToFrozenDictionary();
        Parameters = new ParameterTable(resolved.Select(p => KeyValuePair.Create(p.Key, p.Value.Value)));
    }

    private PackStack(PackStack stack, ParameterTable parameters)
    {
        Packs = stack.Packs;
        _resolved = stack._resolved;
        Parameters = parameters;
    }

    /// <summary>The values as expressions read them.</summary>
    public ParameterTable Parameters { get; }

    /// <summary>The ids of the packs, outermost first.</summary>
    public ImmutableArray<string> Packs { get; }

    /// <summary>How a parameter's value came about; null where none is in force.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    public ResolvedParameter? Resolved(string name, string? key) => _resolved.GetValueOrDefault((name, key));

    /// <summary>The stack with other values laid over its own.</summary>
    /// <param name="values">The values.</param>
    public PackStack With(IEnumerable<KeyValuePair<(string Name, string? Key), Value>> values)
    {
        Dictionary<(string Name, string? Key), Value> all = _resolved.ToDictionary(r => r.Key, r => r.Value.Value);
        foreach (((string Name, string? Key) key, Value value) in values) all[key] = value;
        return new PackStack(this, new ParameterTable(all));
    }
}
