using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Checks the rules of one pack.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="pack">The pack.</param>
/// <param name="schema">The tables and fields that it may speak of.</param>
/// <param name="book">The parameters that it may speak of.</param>
/// <param name="scopes">What every pack may speak of.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class RuleChecker(RulePack pack, FactSchema schema, ParameterBook book, PackScopes scopes, DiagnosticBag problems)
{
    /// <summary>Checks every rule.</summary>
    /// <param name="ruleNamed">Another rule by its full id: the id that findings know it by, and its subject table; null where there is no such rule.</param>
    /// <param name="related">All rules that a row can have beside those of the pack.</param>
    /// <param name="known">The conditions that rules of the same schema share.</param>
    /// <returns>The rules that are right.</returns>
    public IEnumerable<CheckedRule> Check(Func<string, (string Id, string Subject)?> ruleNamed, Func<IEnumerable<NamedRule>> related, KnownConditions known)
    {
        CheckIds();
        new OverrideCheck(pack, scopes, problems).Check();
        OverriddenRules overridden = new(scopes);
        List<CheckedRule> rules = [];
        foreach (Rule rule in pack.Rules)
        {
            Instrument? instrument = InstrumentOf(rule.Source);
            if (schema.Table(rule.Subject) is null)
            {
                string? near = NearestName.Of(rule.Subject, schema.Tables.Keys);
                problems.Add(new Diagnostic(DiagnosticCodes.UnknownSubject, rule.SubjectNode.Span, rule.Id, rule.Subject) { DidYouMean = near });
                continue;
            }

            if (Lower(rule, ruleNamed, related, known) is { } form && instrument is not null)
                rules.Add(new CheckedRule(pack, rule, form, instrument) { Replaces = overridden.RootOf(pack, rule) });
        }

        foreach (DatedValue value in pack.Parameters.SelectMany(p => p.Values).Where(v => v.Source is not null)) InstrumentOf(value.Source!);
        foreach (Relaxation relaxes in pack.Rules.Select(r => r.Relaxes).Concat(pack.Parameters.Select(p => p.Relaxes)).OfType<Relaxation>()) InstrumentOf(relaxes.Source);
        return rules;
    }

    private JudgedForm? Lower(Rule rule, Func<string, (string Id, string Subject)?> ruleNamed, Func<IEnumerable<NamedRule>> related, KnownConditions known)
    {
        DiagnosticBag own = new();
        ExpressionChecker checker = new(new ExpressionScope(schema, rule.Subject, book.Signatures) { SeasonOf = SeasonChoice.DateOf(rule, schema, own) }, own);
        JudgedForm? form = RuleLowering.Lower(new KindContext(rule, schema, checker, own, ruleNamed) { Language = pack.Language, Related = related, Known = known });
        if (form is not null)
        {
            SeasonChoice.CheckUse(rule, form, own);
            CheckStrictness(rule, form, own);
            CheckGaps(rule, form, own);
        }

        problems.AddRange(own.InFileOrder());
        return own.HasErrors ? null : form;
    }

    private void CheckIds()
    {
        Dictionary<string, Rule> own = pack.Rules.ToDictionary(r => r.Id, StringComparer.OrdinalIgnoreCase);
        foreach (RulePack outer in scopes.Of(pack).Where(p => p != pack))
        {
            foreach (Rule taken in outer.Rules)
            {
                if (!own.TryGetValue(taken.Id, out Rule? rule)) continue;
                if (rule.Id != taken.Id) problems.Report(DiagnosticCodes.DiffersByCase, rule.Place, rule.Id, taken.Id, taken.Place.ToString());
                else if (!Replaces(rule, outer, taken)) problems.Report(DiagnosticCodes.RuleIdTwice, rule.Place, rule.Id, outer.Id, taken.Place.ToString());
            }
        }
    }

    // A rule may keep the id of the one whose place it takes.
    private bool Replaces(Rule rule, RulePack outer, Rule taken)
    {
        OverriddenRules overridden = new(scopes);
        return rule.Overrides is not null && overridden.RootOf(pack, rule) == (overridden.RootOf(outer, taken) ?? $"{outer.Id}/{taken.Id}");
    }

    private Instrument? InstrumentOf(SourceReference source)
    {
        if (scopes.Instrument(pack, source.Instrument) is { } found) return found;
        string? near = NearestName.Of(source.Instrument, scopes.Of(pack).SelectMany(p => p.Instruments.Keys));
        problems.Add(new Diagnostic(DiagnosticCodes.UnknownInstrument, source.Place, source.Instrument) { DidYouMean = near });
        return null;
    }

    private void CheckStrictness(Rule rule, JudgedForm form, DiagnosticBag own)
    {
        foreach (Bound bound in form.AllBounds)
        {
            if (bound.Value is not ParameterExpression parameter) continue;
            Strictness strictness = book.Definition(parameter.Name)!.Strictness;
            if (!Suits(strictness, bound.Kind))
                own.Report(DiagnosticCodes.AgainstStrictness, rule.Body.Span, parameter.Name, PackWords.Of(strictness), bound.Kind.ToString().ToLowerInvariant());
        }
    }

    private static bool Suits(Strictness strictness, BoundKind bound) => strictness switch
    {
        Strictness.Lower or Strictness.Earlier => bound is BoundKind.Max or BoundKind.Below,
        Strictness.Higher or Strictness.Later => bound is BoundKind.Min or BoundKind.Above,
        Strictness.Superset => bound == BoundKind.Includes,
        Strictness.Subset => bound == BoundKind.Within,
        _ => true,
    };

    private void CheckGaps(Rule rule, JudgedForm form, DiagnosticBag own)
    {
        foreach (IGrouping<(string Name, string? Key), ParameterExpression> parameter in form.Parts.OfType<ParameterExpression>().GroupBy(p => (p.Name, Key: FixedKey(p))))
        {
            ImmutableArray<ParameterEntry> entries = book.Entries(parameter.Key.Name);
            if (entries.Any(e => e.Written.Season is not null)) continue;
            if (parameter.Key.Key is { } key) entries = [.. entries.Where(e => e.Key == key)];
            if (FirstGap(rule.Effective, entries) is { } gap)
                own.Report(DiagnosticCodes.ParameterWithoutValue, rule.Place, rule.Id, parameter.Key.Name, Shown(gap), NextValue(entries, gap));
        }
    }

    private static string? FixedKey(ParameterExpression parameter) => parameter.Key is LiteralExpression { Value: TextValue text } ? text.Content : null;

    /// <summary>The first day on which the rule is in force and no entry is: only first days of entries and days after last days can begin a gap.</summary>
    private static DateOnly? FirstGap(EffectivePeriod effective, ImmutableArray<ParameterEntry> entries)
    {
        DateOnly first = effective.From ?? DateOnly.MinValue;
        IEnumerable<DateOnly> starts = entries.Select(e => e.Written.Until).OfType<DateOnly>().Where(d => d < DateOnly.MaxValue).Select(d => d.AddDays(1)).Append(first);
        return starts.Where(d => d >= first && effective.Contains(d)).Order()
            .Where(d => !entries.GroupBy(e => (e.Pack.Id, e.Key)).Any(g => ValueResolver.InForce(g, d) is not null))
            .Select(d => (DateOnly?)d).FirstOrDefault();
    }

    private static string NextValue(ImmutableArray<ParameterEntry> entries, DateOnly gap) =>
        entries.Select(e => e.Written.From).OfType<DateOnly>().Where(d => d > gap).Order().Select(Shown).FirstOrDefault("-");

    private static string Shown(DateOnly day) => day == DateOnly.MinValue ? "0001-01-01" : day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
