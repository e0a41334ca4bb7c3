using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>The packs that judge some rows on one day, and the parameter values in force for them.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class PackStack
{
    private readonly FrozenSet<string> _ids;
    private readonly FrozenDictionary<(string Name, string? Key, TimeScale Scale), ResolvedParameter> _resolved;

    /// <summary>Resolves the parameters of a stack.</summary>
    /// <param name="packs">The packs, outermost first.</param>
    /// <param name="resolved">The values in force, on every scale that they are read on.</param>
    public PackStack(ImmutableArray<RulePack> packs, IReadOnlyDictionary<(string Name, string? Key, TimeScale Scale), ResolvedParameter> resolved)
    {
        _ids = packs.Select(p => p.Id).ToFrozenSet(StringComparer.Ordinal);
        _resolved = resolved.ToFrozenDictionary();
        Parameters = new ParameterTable(Values(), _resolved.Select(r => KeyValuePair.Create(r.Key, r.Value.Value)));
    }

    private PackStack(PackStack stack, ParameterTable parameters)
    {
        _ids = stack._ids;
        _resolved = stack._resolved;
        Parameters = parameters;
    }

    /// <summary>The values as expressions read them.</summary>
    public ParameterTable Parameters { get; }

    /// <summary>Whether a pack is in the stack.</summary>
    /// <param name="pack">The pack's id.</param>
    public bool Has(string pack) => _ids.Contains(pack);

    /// <summary>How a parameter's value came about; null where none is in force.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    /// <param name="scale">The scale that a time is read on; null for the whole day.</param>
    public ResolvedParameter? Resolved(string name, string? key, TimeScale? scale) => _resolved.GetValueOrDefault((name, key, scale ?? TimeScale.WholeDay));

    /// <summary>The stack with other values laid over its own.</summary>
    /// <param name="values">The values.</param>
    public PackStack With(IEnumerable<KeyValuePair<(string Name, string? Key), Value>> values)
    {
        Dictionary<(string Name, string? Key), Value> all = new(Values());
        HashSet<(string Name, string? Key)> laid = [];
        foreach (((string Name, string? Key) key, Value value) in values)
        {
            all[key] = value;
            laid.Add(key);
        }

        return new PackStack(this, new ParameterTable(all, _resolved.Where(r => !laid.Contains((r.Key.Name, r.Key.Key))).Select(r => KeyValuePair.Create(r.Key, r.Value.Value))));
    }

    private IEnumerable<KeyValuePair<(string Name, string? Key), Value>> Values() =>
        _resolved.Where(r => r.Key.Scale == TimeScale.WholeDay).Select(r => KeyValuePair.Create((r.Key.Name, r.Key.Key), r.Value.Value));
}
