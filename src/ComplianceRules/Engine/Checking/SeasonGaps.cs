using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>A rule in force needs values of its parameters: reports days of the year for which a parameter with seasons has none.</summary>
internal static class SeasonGaps
{
    /// <summary>Reports the first gap of each rule and parameter.</summary>
    /// <param name="books">Every pack with its parameters and those further out.</param>
    /// <param name="rules">The rules of all packs.</param>
    /// <param name="scopes">What every pack may speak of.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(IReadOnlyList<(RulePack Pack, ParameterBook Book)> books, IReadOnlyList<CheckedRule> rules, PackScopes scopes, DiagnosticBag problems)
    {
        HashSet<string> seasonal = [.. books.SelectMany(b => b.Pack.Parameters).Where(p => p.Values.Any(v => v.Season is not null)).Select(p => p.Name)];
        if (seasonal.Count == 0) return;
        ILookup<RulePack, Use> uses = rules.SelectMany(r => UsesOf(r, seasonal)).ToLookup(u => u.Rule.Pack);
        foreach ((RulePack pack, ParameterBook book) in books)
        {
            // Values for a key of its own may have gaps in rules further out.
            HashSet<string> given = [.. pack.Parameters.Select(p => p.Name)];
            foreach (Use use in scopes.Of(pack).SelectMany(p => uses[p]).Where(u => u.Rule.Pack == pack || given.Contains(u.Parameter)))
            {
                if (GapOf(book, use) is { } gap)
                    problems.Report(DiagnosticCodes.SeasonWithoutValue, PlaceOf(use.Rule, pack, use.Parameter), use.Rule.Rule.Id, use.Parameter, PackParts.Written(gap.From), gap.Season.ToString());
            }
        }
    }

    private static IEnumerable<Use> UsesOf(CheckedRule rule, HashSet<string> seasonal) => rule.Form.Parts
        .OfType<ParameterExpression>().Where(p => seasonal.Contains(p.Name))
        .Select(p => new Use(rule, p.Name, (p.Key as LiteralExpression)?.Value.Text, p.SeasonOf is not null)).Distinct();

    private static SourceSpan PlaceOf(CheckedRule rule, RulePack pack, string parameter) =>
        rule.Pack == pack ? rule.Rule.Place : pack.Parameters.First(p => p.Name == parameter).Place;

    private static (DateOnly From, Season Season)? GapOf(ParameterBook book, Use use)
    {
        (DateOnly From, DateOnly Until) days = (use.Rule.Rule.Effective.From ?? DateOnly.MinValue, use.Rule.Rule.Effective.Until ?? DateOnly.MaxValue);
        ImmutableArray<ParameterEntry> entries = [.. book.Entries(use.Parameter).Where(e => use.Key is null || e.Key == use.Key)];
        if (GapOf(entries, days, use.IsOfDate) is { } gap) return gap;

        // Which keys there are may change; one that has values must have them all year.
        return entries.GroupBy(e => e.Key, StringComparer.Ordinal).Select(g => g.ToImmutableArray())
            .SelectMany(key => SeasonDays.Covered(key, days).Select(span => GapOf(key, span, use.IsOfDate))).FirstOrDefault(g => g is not null);
    }

    private static (DateOnly From, Season Season)? GapOf(ImmutableArray<ParameterEntry> entries, (DateOnly From, DateOnly Until) days, bool isOfDate)
    {
        int[] parts = SeasonResolver.PartsOf(entries);
        for (int part = 0; part < parts.Length; part++)
        {
            Season season = Season.Until(parts[part], parts[(part + 1) % parts.Length]);
            if (SeasonDays.FirstWithout([.. SeasonResolver.Of(entries, parts[part])], days, isOfDate ? null : season) is { } day) return (day, season);
        }

        return null;
    }

    /// <summary>How a rule reads a parameter.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Parameter">The parameter's name.</param>
    /// <param name="Key">The only key; null for that of the row, or for none.</param>
    /// <param name="IsOfDate">Whether a date chooses the season, so that every day of the year may be asked for.</param>
    private sealed record Use(CheckedRule Rule, string Parameter, string? Key, bool IsOfDate);
}
