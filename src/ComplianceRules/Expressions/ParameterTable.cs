using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The parameter values in force for the rows of one stack on one day.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class ParameterTable
{
    private readonly FrozenDictionary<(string Name, string? Key), Value> _values;

    private readonly FrozenDictionary<(string Name, string? Key, TimeScale Scale), Value> _placed;

    /// <summary>Takes values that are the same on every scale.</summary>
    /// <param name="values">The values.</param>
    public ParameterTable(IEnumerable<KeyValuePair<(string Name, string? Key), Value>> values)
        : this(values, [])
    {
    }

    /// <summary>Takes values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="placed">The times on the scales that rules read them on.</param>
    public ParameterTable(IEnumerable<KeyValuePair<(string Name, string? Key), Value>> values, IEnumerable<KeyValuePair<(string Name, string? Key, TimeScale Scale), Value>> placed)
    {
        _values = values.ToFrozenDictionary();
        _placed = placed.ToFrozenDictionary();
    }

    /// <summary>The value of a parameter; null where none is in force.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    public Value? ValueOf(string name, string? key) => _values.GetValueOrDefault((name, key));

    /// <summary>The time of a parameter on a scale; null where none is in force.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    /// <param name="scale">The scale.</param>
    public Value? ValueOn(string name, string? key, TimeScale scale) =>
        _placed.GetValueOrDefault((name, key, scale)) ?? (ValueOf(name, key) is TimeValue time ? new TimeValue(scale.Place(time.Minutes)) : null);

    /// <summary>The keys for which a parameter has a value, in ordinal order; none for one that is not keyed.</summary>
    /// <param name="name">The parameter's name.</param>
    public IEnumerable<string> KeysOf(string name) => _values.Keys.Where(k => k.Name == name).Select(k => k.Key).OfType<string>().Order(StringComparer.Ordinal);

    /// <summary>Every value of a parameter as text: equal texts are equal values.</summary>
    /// <param name="name">The parameter's name.</param>
    public IEnumerable<string> Texts(string name) => _values.Where(v => v.Key.Name == name).Select(v => Written(v.Key.Name, v.Key.Key, null, v.Value))
        .Concat(_placed.Where(v => v.Key.Name == name).Select(v => Written(v.Key.Name, v.Key.Key, v.Key.Scale, v.Value))).Order(StringComparer.Ordinal);

    /// <summary>Whether another table has the same values of some parameters.</summary>
    /// <param name="other">The other table.</param>
    /// <param name="names">The names of the parameters.</param>
    public bool HasSame(ParameterTable other, ImmutableArray<string> names) =>
        ReferenceEquals(this, other) || names.All(n => AreSame(_values, other._values, k => k.Name == n) && AreSame(_placed, other._placed, k => k.Name == n));

    private static bool AreSame<TKey>(FrozenDictionary<TKey, Value> left, FrozenDictionary<TKey, Value> right, Func<TKey, bool> counts)
        where TKey : notnull =>
        left.Keys.Count(counts) == right.Keys.Count(counts) && left.Where(v => counts(v.Key)).All(v => right.TryGetValue(v.Key, out Value? same) && ExactComparison.Same(v.Value, same));

    private static string Written(string name, string? key, TimeScale? scale, Value value)
    {
        string shown = value is SetValue set ? $"[{string.Join(", ", set.Members.Select(LiteralText.Quoted))}]" : LiteralText.Quoted(value.Text);
        string of = scale is null ? string.Empty : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" on {scale.Low}-{scale.High}");
        return $"{LiteralText.Quoted(name)}{(key is null ? string.Empty : $"[{LiteralText.Quoted(key)}]")} = {shown}{of}";
    }
}
