using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>The values of a few parameters that a stack has on a day: with its innermost pack and without it.</summary>
/// <param name="pack">The innermost pack.</param>
/// <param name="book">The parameters of it and of everything further out.</param>
/// <param name="scales">The scales that times are read on.</param>
internal sealed class FoldedValues(RulePack pack, ParameterBook book, ParameterScales scales)
{
    // The first day of the part of the year whose values count; null where no value has a season.
    private int? _part;
    private int _next;

    /// <summary>The values of each part of the year, by which some parameters differ; of the whole year where they do not.</summary>
    /// <param name="names">The parameters.</param>
    public FoldedValues[] Seasons(ImmutableArray<string> names)
    {
        int[] parts = SeasonResolver.PartsOf(names.SelectMany(n => book.Entries(n)));
        return parts.Length == 1 ? [this] : [.. parts.Select((part, i) => new FoldedValues(pack, book, scales) { _part = part, _next = parts[(i + 1) % parts.Length] })];
    }

    /// <summary>The same, without what a law allows the innermost pack to loosen.</summary>
    public FoldedValues Unrelaxed => new(pack, book, scales) { _part = _part, _next = _next, IsUnrelaxed = true };

    /// <summary>Whether the values further out are told without what a law allows the innermost pack to loosen.</summary>
    public bool IsUnrelaxed { get; private init; }

    /// <summary>Whether a law allows the innermost pack to loosen one of some parameters.</summary>
    /// <param name="names">The parameters.</param>
    public bool AreRelaxed(ImmutableArray<string> names) => names.SelectMany(Entries).Any(e => e.Pack == pack && e.Relaxes is not null);

    /// <summary>The part of the year whose values these are; null for those of all of it.</summary>
    public Season? Part => _part is { } first ? Season.Until(first, _next) : null;

    /// <summary>The values without the innermost pack, but for those of it that a law allows to be looser.</summary>
    /// <param name="names">The parameters.</param>
    /// <param name="day">The day.</param>
    public ParameterTable Outer(ImmutableArray<string> names, DateOnly day) => Table(names, (entries, scale, strictness) =>
        Resolve(entries.Where(e => e.Pack != pack || (!IsUnrelaxed && e.Relaxes is not null)), scale, strictness, day));

    /// <summary>The values with the innermost pack; one that is looser on its own first day as it is written, for so it is refused.</summary>
    /// <param name="names">The parameters.</param>
    /// <param name="day">The day.</param>
    public ParameterTable Inner(ImmutableArray<string> names, DateOnly day) => Table(names, (entries, scale, strictness) =>
    {
        ParameterEntry? own = ValueResolver.InForce(entries.Where(e => e.Pack == pack), day);
        if (own is { Relaxes: null } && (own.Written.From ?? DateOnly.MinValue) == day && Resolve(entries.Where(e => e.Pack != pack), scale, strictness, day) is { } outer)
        {
            Value placed = StrictestValue.Placed(own.Value, scale);
            if (StrictestValue.IsLooser(outer, placed, strictness)) return placed;
        }

        return Resolve(entries, scale, strictness, day);
    });

    /// <summary>The entries of the innermost pack that are in force on a day.</summary>
    /// <param name="names">The parameters.</param>
    /// <param name="day">The day.</param>
    public IEnumerable<ParameterEntry> Own(ImmutableArray<string> names, DateOnly day) => names
        .SelectMany(n => Entries(n).Where(e => e.Pack == pack).GroupBy(e => e.Key, StringComparer.Ordinal))
        .Select(key => ValueResolver.InForce(key, day)).OfType<ParameterEntry>();

    /// <summary>The days on which a value begins or has ended.</summary>
    /// <param name="names">The parameters.</param>
    public IEnumerable<DateOnly> Borders(ImmutableArray<string> names) => names.SelectMany(n => book.Entries(n))
        .SelectMany(e => new[] { e.Written.From ?? DateOnly.MinValue, e.Written.Until is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : DateOnly.MinValue });

    private IEnumerable<ParameterEntry> Entries(string name) => _part is { } part ? SeasonResolver.Of(book.Entries(name), part) : book.Entries(name);

    private static Value? Resolve(IEnumerable<ParameterEntry> entries, TimeScale scale, Strictness strictness, DateOnly day) =>
        ValueResolver.Resolve(entries, strictness, day, scale)?.Value;

    private ParameterTable Table(ImmutableArray<string> names, Func<ImmutableArray<ParameterEntry>, TimeScale, Strictness, Value?> resolve)
    {
        Dictionary<(string Name, string? Key), Value> values = [];
        Dictionary<(string Name, string? Key, TimeScale Scale), Value> placed = [];
        foreach (string name in names)
        {
            if (book.Definition(name) is not { } definition) continue;
            foreach (IGrouping<string?, ParameterEntry> key in Entries(name).GroupBy(e => e.Key, StringComparer.Ordinal))
            {
                ImmutableArray<ParameterEntry> entries = [.. key];
                if (resolve(entries, TimeScale.WholeDay, definition.Strictness) is { } value) values[(name, key.Key)] = value;
                foreach (TimeScale scale in scales.Of(name).Where(s => s != TimeScale.WholeDay))
                {
                    if (resolve(entries, scale, definition.Strictness) is { } onScale) placed[(name, key.Key, scale)] = onScale;
                }
            }
        }

        return new ParameterTable(values, placed);
    }
}
