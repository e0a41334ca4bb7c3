using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Into which parts the seasons of some packs cut the year, by the names of parameters.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class SeasonCuts
{
    private readonly FrozenDictionary<string, ImmutableArray<Season>> _seasons;

    private SeasonCuts(FrozenDictionary<string, ImmutableArray<Season>> seasons) => _seasons = seasons;

    /// <summary>Those of packs.</summary>
    /// <param name="packs">The packs.</param>
    public static SeasonCuts Of(PackSet packs) => new(packs.Packs.SelectMany(p => p.Parameters)
        .SelectMany(p => p.Values, (parameter, value) => (parameter.Name, value.Season)).Where(v => v.Season is not null)
        .GroupBy(v => v.Name, v => v.Season!.Value, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>The parts of the year on all days of which some parameters have the same values, each as a season.</summary>
    /// <param name="parameters">The names of the parameters.</param>
    public ImmutableArray<Season> PartsOf(IEnumerable<string> parameters)
    {
        int[] cuts = Season.PartsOf(parameters.SelectMany(name => _seasons.GetValueOrDefault(name, [])));
        return [.. cuts.Select((first, i) => Season.Until(first, cuts[(i + 1) % cuts.Length]))];
    }
}
