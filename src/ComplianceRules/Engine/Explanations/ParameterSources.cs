using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Says where the parameter values come from that the expressions of one pack read on one row.</summary>
/// <param name="stack">The row's stack.</param>
/// <param name="pack">The pack's id.</param>
/// <param name="scopes">The instruments of each pack.</param>
internal sealed class ParameterSources(PackStack stack, string pack, PackScopes scopes)
{
    /// <summary>How a value came about; null where none is in force.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    /// <param name="seasonOf">The value of the date that chooses the season; null where the day of assessment does.</param>
    public ResolvedParameter? Resolved(ParameterExpression parameter, string? key, Value? seasonOf) =>
        stack.Resolved(pack, parameter.Name, key, parameter.Type.Scale)?.On(seasonOf is DateValue date ? Season.DayOf(date.Day) : null);

    /// <summary>The values in force over a year: one for each part of it, or one for all of it, whose season is null.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    public IEnumerable<(Season? Season, ResolvedParameter Value)> OverYear(ParameterExpression parameter, string? key)
    {
        if (Resolved(parameter, key, null) is not { } resolved) return [];
        if (resolved.Seasons.Length <= 1) return [(null, resolved)];
        return resolved.Seasons.Select((part, i) => (Part: part, Next: resolved.Seasons[(i + 1) % resolved.Seasons.Length].First)).Where(p => p.Part.Value is not null)
            .Select(p => ((Season?)Season.Until(p.Part.First, p.Next), p.Part.Value!));
    }

    /// <summary>The law that set a value; null where its pack does not say.</summary>
    /// <param name="resolved">The value.</param>
    public FindingSource? LawOf(ResolvedParameter resolved) => LawOf(resolved.Pack, resolved.Entry.Source, resolved.Entry.From) is { } law ? law with { Season = resolved.Entry.Season } : null;

    /// <summary>How a value came about: itself first, then the values of other packs that it stands over, outermost first, then the earlier ones of its own pack, latest first.</summary>
    /// <param name="type">The type of the values.</param>
    /// <param name="resolved">The value.</param>
    public ImmutableArray<ValueStep> TrailOf(FieldType type, ResolvedParameter resolved) =>
    [
        StepOf(type, resolved),
        .. resolved.Replaced.Select(r => StepOf(type, r)),
        .. resolved.Before.Select(e => StepOf(type, new ResolvedParameter(e.Value, e.Pack, e.Written, []) { Relaxes = e.Relaxes, Role = ValueRole.Superseded })),
    ];

    /// <summary>What allows a rule or a value to bind less; null where nothing does.</summary>
    /// <param name="user">The pack that makes use of it.</param>
    /// <param name="relaxes">The law.</param>
    /// <param name="since">The first day of the rule or value.</param>
    public FindingRelaxation? RelaxationOf(RulePack user, Relaxation? relaxes, DateOnly? since) =>
        relaxes is not null && LawOf(user, relaxes.Source, since) is { } law ? new FindingRelaxation(relaxes.Authority, law) : null;

    /// <summary>Where a value comes from.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    /// <param name="type">The type of the values.</param>
    /// <param name="resolved">The value.</param>
    public ExplainedParameter Explained(string name, string? key, FieldType type, ResolvedParameter resolved) => new(
        name, key, resolved.Pack.Id, resolved.Pack.Version.ToNormalizedString(), resolved.Entry.From, resolved.Entry.Until, LawOf(resolved)) { Season = resolved.Entry.Season, Trail = TrailOf(type, resolved) };

    /// <summary>What people call a parameter: the nearest pack that says so is asked.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="resolved">The value.</param>
    public static LocalText? TitleOf(string name, ResolvedParameter resolved) =>
        resolved.Replaced.Select(r => r.Pack).Append(resolved.Pack).Reverse().SelectMany(p => p.Parameters).FirstOrDefault(p => p.Name == name && p.Title is not null)?.Title;

    private ValueStep StepOf(FieldType type, ResolvedParameter value) =>
        new(value.Role, new FindingValue(type, value.Value.Text), value.Pack.Id, value.Pack.Version.ToNormalizedString(), value.Entry.From, value.Entry.Until, LawOf(value))
        {
            Relaxation = RelaxationOf(value.Pack, value.Relaxes, value.Entry.From),
        };

    private FindingSource? LawOf(RulePack of, SourceReference? source, DateOnly? since) =>
        source is not null && scopes.Instrument(of, source.Instrument) is { } instrument ? new FindingSource(of.Id, instrument, source.Clause, since) : null;
}
