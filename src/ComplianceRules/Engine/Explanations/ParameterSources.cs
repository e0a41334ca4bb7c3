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

    /// <summary>The law that set a value; null where its pack does not say.</summary>
    /// <param name="resolved">The value.</param>
    public FindingSource? LawOf(ResolvedParameter resolved) =>
        resolved.Entry.Source is { } source && scopes.Instrument(resolved.Pack, source.Instrument) is { } instrument
            ? new FindingSource(resolved.Pack.Id, instrument, source.Clause, resolved.Entry.From) { Season = resolved.Entry.Season }
            : null;

    /// <summary>Where a value comes from.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for a parameter that is not keyed.</param>
    /// <param name="resolved">The value.</param>
    public ExplainedParameter Explained(string name, string? key, ResolvedParameter resolved) => new(
        name, key, resolved.Pack.Id, resolved.Pack.Version.ToNormalizedString(), resolved.Entry.From, resolved.Entry.Until, LawOf(resolved)) { Season = resolved.Entry.Season };

    /// <summary>What people call a parameter: the nearest pack that says so is asked.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="resolved">The value.</param>
    public static LocalText? TitleOf(string name, ResolvedParameter resolved) =>
        resolved.Replaced.Select(r => r.Pack).Append(resolved.Pack).Reverse().SelectMany(p => p.Parameters).FirstOrDefault(p => p.Name == name && p.Title is not null)?.Title;
}
