using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Finds what held of rules on every day on which anything changed.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="catalogue">The checked packs.</param>
/// <param name="region">The region; null for the stack of each rule's own pack.</param>
/// <param name="wanted">The names of the rules; empty for all.</param>
internal sealed class TimelineMaker(Catalogue catalogue, RegionCode? region, ImmutableArray<string> wanted)
{
    private readonly Dictionary<DateOnly, StackBook> _books = [];

    /// <summary>Makes the timelines.</summary>
    public ImmutableArray<RuleTimeline> Make()
    {
        ImmutableArray<RuleTimeline>.Builder made = ImmutableArray.CreateBuilder<RuleTimeline>();
        foreach (IGrouping<string, CheckedRule> family in catalogue.Rules.GroupBy(r => r.Id, StringComparer.Ordinal))
        {
            if (!wanted.IsEmpty && !wanted.Any(name => family.Any(r => r.IsNamed(name)))) continue;
            foreach (ImmutableArray<RulePack> packs in StacksOf(family))
            {
                ImmutableArray<CheckedRule> rules = [.. packs.SelectMany(p => family.Where(r => r.Pack == p))];
                if (!rules.IsEmpty) made.Add(Of(rules, packs));
            }
        }

        return made.ToImmutable();
    }

    /// <summary>How a rule developed where a pack stands, whether or not that pack has a rule of its own.</summary>
    /// <param name="rule">The full id that findings know the rule by.</param>
    /// <param name="pack">The pack in whose stack it is seen.</param>
    public RuleTimeline Of(string rule, RulePack pack)
    {
        ImmutableArray<RulePack> packs = catalogue.Scopes.Of(pack);
        return Of([.. packs.SelectMany(p => catalogue.Families.Of(rule).Where(r => r.Pack == p))], packs);
    }

    private IEnumerable<ImmutableArray<RulePack>> StacksOf(IEnumerable<CheckedRule> family) => region is { } code
        ? [catalogue.Scopes.Ordered(catalogue.Scopes.Reaching(code).Where(p => p.Schools.IsEmpty))]
        : family.Select(r => r.Pack).Distinct().Select(catalogue.Scopes.Of);

    private RuleTimeline Of(ImmutableArray<CheckedRule> rules, ImmutableArray<RulePack> packs)
    {
        List<TimelineStep> steps = [];
        foreach (DateOnly day in DaysOf(rules, packs))
        {
            TimelineStep step = StepOf(rules, packs, day);
            if (steps.Count == 0 ? step.Pack is not null : !AreSame(steps[^1], step)) steps.Add(step);
        }

        return new RuleTimeline(rules[0].Id, rules[0].Rule.Title, rules[0].Rule.Area, rules[0].Rule.Subject, [.. steps]);
    }

    // Only on these days anything can change.
    private SortedSet<DateOnly> DaysOf(ImmutableArray<CheckedRule> rules, ImmutableArray<RulePack> packs)
    {
        ParameterBook book = catalogue.BookOf(packs);
        SortedSet<DateOnly> days = [DateOnly.MinValue];
        foreach (CheckedRule rule in rules)
        {
            EffectivePeriod effective = rule.Rule.Effective;
            Add(days, effective.From, effective.WarningUntil, effective.Until);
            foreach (ParameterEntry entry in ParametersOf(rule).Select(p => p.Name).Distinct().SelectMany(n => book.Entries(n))) Add(days, entry.Written.From, null, entry.Written.Until);
        }

        return days;
    }

    private static void Add(SortedSet<DateOnly> days, DateOnly? first, params ReadOnlySpan<DateOnly?> lasts)
    {
        if (first is { } from) days.Add(from);
        foreach (DateOnly? last in lasts)
        {
            if (last is { } day && day < DateOnly.MaxValue) days.Add(day.AddDays(1));
        }
    }

    private TimelineStep StepOf(ImmutableArray<CheckedRule> rules, ImmutableArray<RulePack> packs, DateOnly day)
    {
        DateOnly? from = day == DateOnly.MinValue ? null : day;
        if (rules.LastOrDefault(r => r.Rule.Effective.Contains(day)) is not { } rule) return new TimelineStep(from, null, null, null, []);
        if (!_books.TryGetValue(day, out StackBook? book)) _books.Add(day, book = new StackBook(catalogue, day));
        PackStack stack = book.Of(packs);
        ParameterSources sources = new(stack, rule.Pack.Id, catalogue.Scopes);
        FindingSource law = new(rule.Pack.Id, rule.Instrument, rule.Rule.Source.Clause, rule.Rule.Effective.From);
        return new TimelineStep(from, rule.Pack.Id, RuleSeverity.Of(rule, day).Severity, law, [.. ValuesOf(rule, stack, sources)])
        {
            Relaxation = sources.RelaxationOf(rule.Pack, rule.Rule.Relaxes, rule.Rule.Effective.From),
        };
    }

    private static IEnumerable<TimelineValue> ValuesOf(CheckedRule rule, PackStack stack, ParameterSources sources)
    {
        foreach (ParameterExpression parameter in ParametersOf(rule).DistinctBy(p => (p.Name, Fixed(p), p.Type.Scale)))
        {
            IEnumerable<string?> keys = parameter.Key is null ? [null] : Fixed(parameter) is { } key ? [key] : stack.KeysOf(rule.Pack.Id, parameter.Name);
            foreach (string? one in keys)
            {
                foreach ((Season? season, ResolvedParameter value) in sources.OverYear(parameter, one))
                    yield return new TimelineValue(parameter.Name, one, UnitOf(parameter), sources.TrailOf(parameter.Type.Kind, value)) { Season = season };
            }
        }
    }

    private static string? UnitOf(ParameterExpression parameter) => parameter.Type is { Kind: FieldType.Number, Unit: { } unit } ? unit.Text : null;

    private static string? Fixed(ParameterExpression parameter) => parameter.Key is LiteralExpression { Value: TextValue text } ? text.Content : null;

    private static IEnumerable<ParameterExpression> ParametersOf(CheckedRule rule) => rule.Form.Parts.OfType<ParameterExpression>();

    private static bool AreSame(TimelineStep left, TimelineStep right) =>
        left.Pack == right.Pack && left.Severity == right.Severity && left.Source == right.Source
        && left.Values.Select(v => (v.Name, v.Key, v.Season, v.Trail[0])).SequenceEqual(right.Values.Select(v => (v.Name, v.Key, v.Season, v.Trail[0])));
}
