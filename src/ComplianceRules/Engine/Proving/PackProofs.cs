using System.Collections.Concurrent;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Engine;

/// <summary>Proves of every rule that a pack replaces, or whose parameters it gives values of its own, that it is not loosened.</summary>
/// <remarks>May be shared between threads. Rules under the same values are compared once, however many packs give them.</remarks>
internal sealed class PackProofs
{
    private readonly PackScopes _scopes;
    private readonly ParameterScales _scales;
    private readonly RulePlaces _places;
    private readonly RuleComparer _comparer;
    private readonly bool _isWhole;
    private readonly ConcurrentDictionary<string, RuleComparison> _known = new(StringComparer.Ordinal);

    /// <summary>Gathers the rules.</summary>
    /// <param name="schema">The tables and fields of all packs.</param>
    /// <param name="scopes">Which pack stands further out than which.</param>
    /// <param name="rules">The rules that are right in themselves.</param>
    /// <param name="isWhole">Whether it shall be told how rules stand to each other; otherwise only whether any is loosened.</param>
    public PackProofs(FactSchema schema, PackScopes scopes, CheckedRules rules, bool isWhole)
    {
        _scopes = scopes;
        _scales = rules.Scales;
        _places = new RulePlaces(rules.All, rules.Families);
        _comparer = new RuleComparer(schema, isWhole);
        _isWhole = isWhole;
    }

    /// <summary>Everything that is proved of one pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="book">Its parameters and those further out.</param>
    /// <param name="problems">Takes what is looser, or cannot be told.</param>
    public List<RuleProof> Of(RulePack pack, ParameterBook book, DiagnosticBag problems)
    {
        List<RuleProof> proofs = [];
        SearchBudget left = new(SearchBudget.OfPack);
        string[] given = [.. pack.Parameters.Select(p => p.Name).Where(n => book.Definition(n) is { } known && known.Pack != pack)];
        StandingRules standing = new(_places, _scopes.Of(pack));
        FoldedValues values = new(pack, book, _scales);
        foreach (string place in _places.TouchedBy(_scopes.Of(pack), given))
        {
            ImmutableArray<string> names = _places.NamesOf(place);
            foreach (ProofSpan span in ProofDays.Of(values.Borders(names).Concat(standing.Borders(place))))
            {
                FoundProof[] found = [.. Of(place, (pack, span, left), standing, values.Seasons(names))];
                proofs.AddRange(found.Select(f => f.Proof));
                if (Array.Find(found, f => !f.Proof.Comparison.IsNotLooser && !f.Proof.IsRelaxed) is { } looser) problems.Add(LoosenedRule.Diagnostic(looser.Proof, looser.Place));
            }
        }

        return proofs;
    }

    // What dates of a row choose by themselves may come together in any way.
    private IEnumerable<FoundProof> Of(string place, (RulePack Pack, ProofSpan Span, SearchBudget Left) at, StandingRules standing, FoldedValues[] seasons)
    {
        HashSet<(string, RuleComparison)> seen = [];
        if (standing.At(place, at.Span.From, false) is not { } outer || standing.At(place, at.Span.From, true) is not { } inner || outer.Rule.Subject != inner.Rule.Subject) yield break;
        bool isOneDate = DateOf(outer) == DateOf(inner);
        foreach (FoldedValues own in seasons)
        {
            foreach (FoldedValues others in isOneDate ? [own] : seasons)
            {
                ProvedPlace asked = new(place, standing, outer, inner, others, own);
                if (FirstDay(asked, at.Span) is not { } day || Of(asked, at, day) is not { } found) continue;
                if (seen.Add((string.Join('\n', found.Proof.Changes.Select(c => c.Text)), found.Proof.Comparison))) yield return found;
            }

            if (Relaxed(new ProvedPlace(place, standing, outer, inner, own.Unrelaxed, own), at) is { } relaxed && seen.Add((string.Join('\n', relaxed.Proof.Changes.Select(c => c.Text)), relaxed.Proof.Comparison)))
                yield return relaxed;
        }
    }

    // What a law lets through is shown to who asks, and asked of nobody.
    private FoundProof? Relaxed(ProvedPlace asked, (RulePack Pack, ProofSpan Span, SearchBudget Left) at)
    {
        if (!_isWhole || !asked.After.AreRelaxed(_places.NamesOf(asked.Place)) || FirstDay(asked, at.Span) is not { } day) return null;
        return Of(asked, at, day) is { Proof.Comparison.IsNotLooser: false } found ? found with { Proof = found.Proof with { IsRelaxed = true } } : null;
    }

    // Without a date of the row, the day itself lies in the part of the year; null where none of the days does.
    private static DateOnly? FirstDay(ProvedPlace asked, ProofSpan span)
    {
        Season?[] parts = [DateOf(asked.Outer) is null ? asked.Before.Part : null, DateOf(asked.Inner) is null ? asked.After.Part : null];
        return parts is [null, null] ? span.From : SketchSeasons.FirstIn(span, parts.OfType<Season>().First());
    }

    private FoundProof? Of(ProvedPlace asked, (RulePack Pack, ProofSpan Span, SearchBudget Left) at, DateOnly first)
    {
        (CheckedRule outer, CheckedRule inner, StandingRules standing) = (asked.Outer, asked.Inner, asked.Standing);
        DateOnly day = at.Span.From;
        ImmutableArray<string> names = _places.NamesOf(asked.Place);
        (string Before, string After)[] counted = [.. _places.Counted(asked.Place).Select(c => (standing.At(c, day, false)?.FullId ?? "-", standing.At(c, day, true)?.FullId ?? "-"))];
        (Severity before, Severity after) = (SeverityOf(outer, standing, day, false), SeverityOf(inner, standing, day, true));
        // What is composed of others is not kept wherever one of them is not: it follows from what is proved of each.
        if (outer == inner && before == after && !outer.Form.Composed.IsEmpty && !outer.Form.Parts.OfType<ParameterExpression>().Any()) return null;
        (ParameterTable outside, ParameterTable inside) = (asked.Before.Outer(names, day), asked.After.Inner(names, day));
        bool isSame = outer == inner && before == after && Array.TrueForAll(counted, c => c.Before == c.After);
        if (isSame && (asked.Before.IsUnrelaxed || ReferenceEquals(asked.Before, asked.After)) && inside.HasSame(outside, names)) return null;
        ComparedRule further = new(outer.Form, outer.Rule.Binding, outside) { Severity = before, Part = asked.Before.Part, IsOpen = standing.IsOpen, Counted = id => standing.CountedAt(id, day, IsRelaxed(standing, id, day)) };
        ComparedRule nearer = new(inner.Form, inner.Rule.Binding, inside) { Severity = after, Part = asked.After.Part, IsOpen = standing.IsOpen, Counted = id => standing.CountedAt(id, day, true) };
        string key = $"{outer.FullId} {before} {asked.Before.Part} {inner.FullId} {after} {asked.After.Part} {string.Join(' ', counted)}\n{string.Join('\n', names.SelectMany(outside.Texts))}\n->\n{string.Join('\n', names.SelectMany(inside.Texts))}";
        RuleComparison found = IsEntangled(asked, day) ? new RuleComparison(ProofOutcome.CannotTell, null, inner.Rule.Id) : Compared(key, outer.Rule.Subject, (further, nearer), (at.Span, first), at.Left);
        // Parts that changed are compared by themselves, and may have become stricter.
        if (found.Outcome == ProofOutcome.Equal && !inner.Form.Composed.IsEmpty && Array.Exists(counted, c => c.Before != c.After)) found = found with { Outcome = ProofOutcome.Stricter };
        return new FoundProof(new RuleProof(asked.Place, at.Pack.Id, at.Span, Changes(names, outside, inside), found)
        {
            Replacement = inner == outer ? null : inner.FullId,
            IsRelaxed = inner != outer && inner.Rule.Relaxes is not null,
        }, asked with { Replaced = [.. counted.Where(c => c.Before != c.After).Select(c => $"{c.Before} -> {c.After}")], WeighsLess = after < before });
    }

    // Rows that are counted may have dates of their own, of any part of the year.
    private bool IsEntangled(ProvedPlace asked, DateOnly day)
    {
        if (asked.After.Part is null) return false;
        CheckedRule[] counted = [.. _places.Counted(asked.Place).SelectMany(c => new[] { asked.Standing.At(c, day, false), asked.Standing.At(c, day, true) }).OfType<CheckedRule>()];
        if (counted.Length == 0) return false;
        string?[] dates = [.. counted.Append(asked.Outer).Append(asked.Inner).Select(DateOf).Distinct(StringComparer.Ordinal)];
        return dates.Length > 1 || (dates[0] is { } date && date.StartsWith($"{BaseTables.Region}.", StringComparison.Ordinal));
    }

    // What a law allows to be looser is no longer asked of the rules that count it.
    private static bool IsRelaxed(StandingRules standing, string id, DateOnly day) => standing.At(id, day, true) is { Rule.Relaxes: not null };

    private static Severity SeverityOf(CheckedRule rule, StandingRules standing, DateOnly day, bool withInnermost)
    {
        bool isUnverified = rule.Form.Composed.SelectMany(p => p.Counting).SelectMany(id => standing.Of(id, withInnermost)).Any(c => c is { IsUnverified: true, Rule.Relaxes: null });
        return RuleSeverity.Of(rule with { HasUnverifiedPart = isUnverified }, day).Severity;
    }

    private static string? DateOf(CheckedRule rule) => rule.Form.Parts.OfType<ParameterExpression>().Select(p => p.SeasonOf).FirstOrDefault(d => d is not null) is { } date ? $"{date.Row.Table}.{date.Field.Name}" : null;

    // What a comparison costs is the same whichever pack asks first, and so is what a pack has left.
    private RuleComparison Compared(string key, string subject, (ComparedRule Outer, ComparedRule Inner) rules, (ProofSpan Span, DateOnly First) days, SearchBudget left)
    {
        bool asksDay = new[] { rules.Outer, rules.Inner }.Any(r => !r.Form.CountedRules.IsEmpty || r.Form.Parts.Any(p => p is AsOfExpression));
        if (asksDay) key = $"{days.Span.From:O}..{days.Span.Until:O} {key}";
        if (left.IsSpent) return new RuleComparison(ProofOutcome.CannotTell, null, null);
        RuleComparison known = _known.GetOrAdd(key, _ => _comparer.Compare(subject, rules.Outer, rules.Inner, days.Span));
        left.Take(known.Cost);
        return asksDay || known.Witness is null ? known : known with { Witness = known.Witness with { Day = days.First } };
    }

    private static ImmutableArray<ParameterChange> Changes(ImmutableArray<string> names, ParameterTable outer, ParameterTable inner) =>
    [
        .. names.SelectMany(name => inner.KeysOf(name).Union(outer.KeysOf(name), StringComparer.Ordinal).Prepend(null).Select(key => (Name: name, Key: key)))
            .Select(p => new ParameterChange(p.Name, p.Key, outer.ValueOf(p.Name, p.Key)?.Text, inner.ValueOf(p.Name, p.Key)?.Text))
            .Where(c => c.Before != c.After),
    ];

    /// <summary>A proof, and what it is of.</summary>
    /// <param name="Proof">The proof.</param>
    /// <param name="Place">Where the rules stand.</param>
    private sealed record FoundProof(RuleProof Proof, ProvedPlace Place);
}
