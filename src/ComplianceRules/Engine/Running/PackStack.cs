using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>The packs that judge some rows on one day, and the parameter values in force for them.</summary>
/// <remarks>Immutable; may be shared between threads. Each pack reads the parameters by the names that it knows them by.</remarks>
internal sealed class PackStack
{
    private readonly FrozenDictionary<string, ParameterTable> _tables;
    private readonly FrozenDictionary<string, FrozenDictionary<(string Name, string? Key, TimeScale Scale), ResolvedParameter>> _resolved;

    /// <summary>Resolves the parameters of a stack.</summary>
    /// <param name="packs">The packs, outermost first.</param>
    /// <param name="resolved">The values in force, on every scale that they are read on.</param>
    /// <param name="scopes">Whose names each pack may use.</param>
    public PackStack(
        ImmutableArray<RulePack> packs, IReadOnlyDictionary<(ParameterId Parameter, string? Key, TimeScale Scale), ResolvedParameter> resolved, PackScopes scopes)
    {
        Packs = [.. packs.Select(p => p.Id)];
        bool isPlain = resolved.Keys.Select(k => k.Parameter).Distinct().GroupBy(p => p.Name, StringComparer.Ordinal).All(g => g.Count() == 1);
        FrozenDictionary<(string Name, string? Key, TimeScale Scale), ResolvedParameter>? shared = isPlain ? ByName(resolved) : null;
        _resolved = packs.ToFrozenDictionary(p => p.Id, p => shared ?? ByName(Known(p, resolved, scopes)), StringComparer.Ordinal);
        ParameterTable? table = shared is null ? null : Laid(shared, []);
        _tables = _resolved.ToFrozenDictionary(r => r.Key, r => table ?? Laid(r.Value, []), StringComparer.Ordinal);
    }

    private PackStack(PackStack stack, FrozenDictionary<string, ParameterTable> tables)
    {
        Packs = stack.Packs;
        Replaced = stack.Replaced;
        _resolved = stack._resolved;
        _tables = tables;
    }

    /// <summary>The ids of the packs, outermost first.</summary>
    public ImmutableArray<string> Packs { get; }

    /// <summary>The full ids of the rules of these packs whose place another rule takes on the day.</summary>
    public FrozenSet<string> Replaced { get; init; } = [];

    /// <summary>Whether a rule in force judges the rows.</summary>
    /// <param name="rule">The rule.</param>
    public bool Judges(CheckedRule rule) => Packs.Contains(rule.Pack.Id) && !Replaced.Contains(rule.FullId);

    /// <summary>The values in force as the expressions of a pack read them.</summary>
    /// <param name="pack">The id of a pack of the stack.</param>
    public ParameterTable ParametersOf(string pack) => _tables[pack];

    /// <summary>How a parameter's value came about; null where none is in force.</summary>
    /// <param name="pack">The id of the pack that uses it.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    /// <param name="scale">The scale that a time is read on; null for the whole day.</param>
    public ResolvedParameter? Resolved(string pack, string name, string? key, TimeScale? scale) =>
        _resolved[pack].GetValueOrDefault((name, key, scale ?? TimeScale.WholeDay));

    /// <summary>The keys for which a parameter has a value, in ordinal order.</summary>
    /// <param name="pack">The id of the pack that uses it.</param>
    /// <param name="name">The parameter's name.</param>
    public IEnumerable<string?> KeysOf(string pack, string name) =>
        _resolved[pack].Keys.Where(k => k.Name == name).Select(k => k.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The stack with other values laid over its own.</summary>
    /// <param name="values">The values.</param>
    /// <param name="packs">The ids of the packs that read them; null for all.</param>
    public PackStack With(IReadOnlyCollection<KeyValuePair<(string Name, string? Key), Value>> values, IReadOnlySet<string>? packs = null)
    {
        // Most packs of a stack know the same parameters by the same names, and share one table.
        Dictionary<object, ParameterTable> laid = new(ReferenceEqualityComparer.Instance);
        return new PackStack(this, _tables.ToFrozenDictionary(t => t.Key, t => packs?.Contains(t.Key) == false ? t.Value : LaidOver(t.Key), StringComparer.Ordinal));

        ParameterTable LaidOver(string pack) => laid.TryGetValue(_resolved[pack], out ParameterTable? known) ? known : laid[_resolved[pack]] = Laid(_resolved[pack], values);
    }

    private static ParameterTable Laid(
        FrozenDictionary<(string Name, string? Key, TimeScale Scale), ResolvedParameter> resolved,
        IReadOnlyCollection<KeyValuePair<(string Name, string? Key), Value>> values)
    {
        Dictionary<(string Name, string? Key), Value> all = resolved.Where(r => r.Key.Scale == TimeScale.WholeDay)
            .ToDictionary(r => (r.Key.Name, r.Key.Key), r => r.Value.Value);
        foreach (((string Name, string? Key) key, Value value) in values) all[key] = value;
        HashSet<(string Name, string? Key)> laid = [.. values.Select(v => v.Key)];
        return new ParameterTable(
            all, resolved.Where(r => !laid.Contains((r.Key.Name, r.Key.Key))).Select(r => KeyValuePair.Create(r.Key, r.Value.Value)));
    }

    private static FrozenDictionary<(string Name, string? Key, TimeScale Scale), ResolvedParameter> ByName(
        IEnumerable<KeyValuePair<(ParameterId Parameter, string? Key, TimeScale Scale), ResolvedParameter>> resolved) =>
        resolved.ToFrozenDictionary(r => (r.Key.Parameter.Name, r.Key.Key, r.Key.Scale), r => r.Value);

    /// <summary>The parameters that a pack knows, which its own or a pack further out introduces: the nearest of each name.</summary>
    private static IEnumerable<KeyValuePair<(ParameterId Parameter, string? Key, TimeScale Scale), ResolvedParameter>> Known(
        RulePack pack, IReadOnlyDictionary<(ParameterId Parameter, string? Key, TimeScale Scale), ResolvedParameter> resolved, PackScopes scopes)
    {
        ImmutableArray<string> scope = [.. scopes.Of(pack).Select(p => p.Id)];
        return resolved.GroupBy(r => r.Key.Parameter.Name, StringComparer.Ordinal)
            .SelectMany(name => name.Where(r => scope.Contains(r.Key.Parameter.Pack)).GroupBy(r => r.Key.Parameter.Pack, StringComparer.Ordinal)
                .OrderBy(introducer => scope.IndexOf(introducer.Key)).TakeLast(1).SelectMany(values => values));
    }
}
