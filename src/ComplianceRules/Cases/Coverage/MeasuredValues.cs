using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>The values that a pack gives to the parameters of a rule and that are in force for it on some day.</summary>
/// <param name="pack">The pack.</param>
/// <param name="book">The parameters of the pack and everything further out.</param>
/// <param name="rule">The rule; of the pack or of one further out.</param>
internal sealed class MeasuredValues(RulePack pack, ParameterBook book, CheckedRule rule)
{
    /// <summary>The values that the rule reads of a parameter, in file order.</summary>
    /// <param name="parameter">The parameter as the rule reads it.</param>
    public IEnumerable<ParameterEntry> Of(ParameterExpression parameter)
    {
        ILookup<string?, ParameterEntry> byKey = book.Entries(parameter.Name).ToLookup(e => e.Key, StringComparer.Ordinal);
        return byKey.SelectMany(key => key).Where(e => e.Pack == pack && IsRead(parameter, e.Key) && IsInForce(parameter, e, [.. byKey[e.Key]]));
    }

    private bool IsRead(ParameterExpression parameter, string? key) => parameter.Key switch
    {
        LiteralExpression { Value: TextValue text } => text.Content == key,
        FieldExpression field when key is not null => KeyReach.Allows(rule.Form.Applies, field, key),
        _ => true,
    };

    private bool IsInForce(ParameterExpression parameter, ParameterEntry entry, ImmutableArray<ParameterEntry> ofKey)
    {
        DateOnly from = Later(entry.Written.From, rule.Rule.Effective.From);
        if (rule.Rule.Effective.Until < from || entry.Written.Until < from) return false;
        DateOnly day = entry.Written.Season is { } season ? FirstIn(season, from) : from;
        ResolvedParameter? resolved = SeasonResolver.Resolve(ofKey, book.Definition(parameter.Name)!.Strictness, day, parameter.Type.Scale ?? Facts.TimeScale.WholeDay);
        return resolved is not null && resolved.Seasons.Select(s => s.Value).Append(resolved).Any(v => v is not null && ReferenceEquals(v.Entry, entry.Written));
    }

    private static DateOnly Later(DateOnly? left, DateOnly? right)
    {
        (DateOnly a, DateOnly b) = (left ?? DateOnly.MinValue, right ?? DateOnly.MinValue);
        return a > b ? a : b;
    }

    private static DateOnly FirstIn(Facts.Season season, DateOnly from)
    {
        DateOnly day = from;
        while (!season.Contains(day) && day < DateOnly.MaxValue) day = day.AddDays(1);
        return day;
    }
}
