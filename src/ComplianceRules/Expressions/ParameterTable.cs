using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The parameter values in force for the rows of one stack on one day, and the calendar of its packs.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class ParameterTable
{
    private static readonly UnknownValue UnknownHere = new(UnknownReason.NoParameter);

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

    /// <summary>What parameters have whose values depend on the day of the year; the table's own values are then those of the day of assessment.</summary>
    public FrozenDictionary<(string Name, string? Key, TimeScale Scale), SeasonalValues> Seasons { get; init; } = FrozenDictionary<(string, string?, TimeScale), SeasonalValues>.Empty;

    /// <summary>The calendar of the nearest pack that has one, which counts where the data has none; null where no pack has.</summary>
    public SchoolCalendar? Calendar { get; init; }

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
        .Concat(_placed.Where(v => v.Key.Name == name).Select(v => Written(v.Key.Name, v.Key.Key, v.Key.Scale, v.Value)))
        .Concat(Seasons.Where(v => v.Key.Name == name).SelectMany(v => v.Value.Parts.Select(p => Written(v.Key.Name, v.Key.Key, v.Key.Scale, p.Value ?? UnknownHere) + Of(p.First)))).Order(StringComparer.Ordinal);

    /// <summary>The value of a parameter on a day of the year; null where none is in force.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    /// <param name="scale">The scale of a time; null for other values.</param>
    /// <param name="day">The day of the year, from 0.</param>
    public Value? ValueIn(string name, string? key, TimeScale? scale, int day)
    {
        if (SeasonsOf(name, key, scale) is { } seasons) return seasons.On(day);
        return scale is { } on ? ValueOn(name, key, on) : ValueOf(name, key);
    }

    /// <summary>The values of a parameter over a year; null where they are the same all year.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    /// <param name="scale">The scale of a time; null for other values.</param>
    public SeasonalValues? SeasonsOf(string name, string? key, TimeScale? scale)
    {
        if (Seasons.Count == 0) return null;
        if (Seasons.TryGetValue((name, key, scale ?? TimeScale.WholeDay), out SeasonalValues? placed)) return placed;
        return scale is { } on && Seasons.TryGetValue((name, key, TimeScale.WholeDay), out SeasonalValues? whole) ? whole.On(on) : null;
    }

    /// <summary>Whether another table is the same to who reads some of it.</summary>
    /// <param name="other">The other table.</param>
    /// <param name="reads">What is read.</param>
    public bool HasSame(ParameterTable other, StackReads reads) => ReferenceEquals(this, other)
        || ((!reads.Calendar || ReferenceEquals(Calendar, other.Calendar)) && HasSame(other, reads.Parameters));

    /// <summary>Whether another table has the same values of some parameters.</summary>
    /// <param name="other">The other table.</param>
    /// <param name="names">The names of the parameters.</param>
    public bool HasSame(ParameterTable other, ImmutableArray<string> names) =>
        ReferenceEquals(this, other) || names.All(n => AreSame(_values, other._values, k => k.Name == n, ExactComparison.Same)
            && AreSame(_placed, other._placed, k => k.Name == n, ExactComparison.Same) && AreSame(Seasons, other.Seasons, k => k.Name == n, (own, others) => own.AreSame(others)));

    private static bool AreSame<TKey, TValue>(FrozenDictionary<TKey, TValue> left, FrozenDictionary<TKey, TValue> right, Func<TKey, bool> counts, Func<TValue, TValue, bool> same)
        where TKey : notnull =>
        left.Keys.Count(counts) == right.Keys.Count(counts) && left.Where(v => counts(v.Key)).All(v => right.TryGetValue(v.Key, out TValue? other) && same(v.Value, other));

    private static string Of(int day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $" from day {day} of the year");

    private static string Written(string name, string? key, TimeScale? scale, Value value)
    {
        string shown = value is SetValue set ? $"[{string.Join(", ", set.Members.Select(LiteralText.Quoted))}]" : LiteralText.Quoted(value.Text);
        string of = scale is null ? string.Empty : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" on {scale.Low}-{scale.High}");
        return $"{LiteralText.Quoted(name)}{(key is null ? string.Empty : $"[{LiteralText.Quoted(key)}]")} = {shown}{of}";
    }
}
