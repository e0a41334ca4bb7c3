using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Engine;

/// <summary>Proves of every rule that a pack replaces, or whose parameters it gives values of its own, that it is not loosened.</summary>
/// <remarks>For one thread. Rules under the same values are compared once, however many packs give them.</remarks>
internal sealed class PackProofs
{
    private readonly bool _isWhole;
    private readonly PackScopes _scopes;
    private readonly ParameterScales _scales;
    private readonly RulePlaces _places;
    private readonly RuleComparer _comparer;
    private readonly Dictionary<string, RuleComparison> _known = new(StringComparer.Ordinal);

    /// <summary>Gathers the rules.</summary>
    /// <param name="schema">The tables and fields of all packs.</param>
    /// <param name="scopes">Which pack stands further out than which.</param>
    /// <param name="scales">The scales that times are read on.</param>
    /// <param name="rules">The rules that are right in themselves.</param>
    /// <param name="isWhole">Whether it shall be told how rules stand to each other; otherwise only whether any is loosened.</param>
    public PackProofs(FactSchema schema, PackScopes scopes, ParameterScales scales, IReadOnlyCollection<CheckedRule> rules, bool isWhole)
    {
        _isWhole = isWhole;
        _scopes = scopes;
        _scales = scales;
        _places = new RulePlaces(rules);
        _comparer = new RuleComparer(schema);
    }

    /// <summary>Everything that is proved of one pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="book">Its parameters and those further out.</param>
    /// <param name="problems">Takes what is looser, or cannot be told.</param>
    public List<RuleProof> Of(RulePack pack, ParameterBook book, DiagnosticBag problems)
    {
        List<RuleProof> proofs = [];
        string[] given = [.. pack.Parameters.Select(p => p.Name).Where(n => book.Definition(n) is { } known && known.Pack != pack)];
        StandingRules standing = new(_places, _scopes.Of(pack));
        FoldedValues values = new(pack, book, _scales);
        foreach (string place in _places.TouchedBy(_scopes.Of(pack), given))
        {
            ImmutableArray<string> names = _places.NamesOf(place);
            foreach (ProofSpan span in ProofDays.Of(values.Borders(names).Concat(standing.Borders(place))))
            {
                if (Of(place, (pack, span), standing, values) is not { } found) continue;
                proofs.Add(found.Proof);
                if (!found.Proof.Comparison.IsNotLooser && !found.Proof.IsRelaxed) problems.Add(LoosenedRule.Diagnostic(found.Proof, found.Outer, found.Inner, values));
            }
        }

        return proofs;
    }

    private (RuleProof Proof, CheckedRule Outer, CheckedRule Inner)? Of(string place, (RulePack Pack, ProofSpan Span) at, StandingRules standing, FoldedValues values)
    {
        DateOnly day = at.Span.From;
        if (standing.At(place, day, false) is not { } outer || standing.At(place, day, true) is not { } inner || outer.Rule.Subject != inner.Rule.Subject) return null;
        ImmutableArray<string> names = _places.NamesOf(place);
        ParameterTable before = values.Outer(names, day);
        ParameterTable after = values.Inner(names, day);
        bool countsOthers = _places.Counted(place).Any(c => standing.At(c, day, false) != standing.At(c, day, true));
        if (outer == inner && !countsOthers && after.HasSame(before, names)) return null;
        ComparedRule further = new(outer.Form, outer.Rule.Binding, before) { Counted = id => standing.FormAt(id, day, false) };
        ComparedRule nearer = new(inner.Form, inner.Rule.Binding, after) { Counted = id => standing.FormAt(id, day, true) };
        string counted = string.Join(' ', _places.Counted(place).SelectMany(c => new[] { standing.At(c, day, false), standing.At(c, day, true) }).Select(r => r?.FullId));
        string key = $"{outer.FullId} {inner.FullId} {counted}\n{string.Join('\n', names.SelectMany(before.Texts))}\n->\n{string.Join('\n', names.SelectMany(after.Texts))}";
        RuleComparison found = Compared(key, outer.Rule.Subject, further, nearer, at.Span);
        return (new RuleProof(place, at.Pack.Id, at.Span, Changes(names, before, after), found)
        {
            Replacement = inner == outer ? null : inner.FullId,
            IsRelaxed = inner != outer && inner.Rule.Relaxes is not null,
        }, outer, inner);
    }

    private RuleComparison Compared(string key, string subject, ComparedRule outer, ComparedRule inner, ProofSpan span)
    {
        bool asksDay = new[] { outer, inner }.Any(r => !r.Form.CountedRules.IsEmpty || r.Form.Parts.Any(p => p is AsOfExpression));
        if (asksDay) key = $"{span.From:O}..{span.Until:O} {key}";
        if (!_known.TryGetValue(key, out RuleComparison? known)) _known.Add(key, known = _comparer.Compare(subject, outer, inner, span, _isWhole));
        return asksDay || known.Witness is null ? known : known with { Witness = known.Witness with { Day = span.From } };
    }

    private static ImmutableArray<ParameterChange> Changes(ImmutableArray<string> names, ParameterTable outer, ParameterTable inner) =>
    [
        .. names.SelectMany(name => inner.KeysOf(name).Union(outer.KeysOf(name), StringComparer.Ordinal).Prepend(null).Select(key => (Name: name, Key: key)))
            .Select(p => new ParameterChange(p.Name, p.Key, outer.ValueOf(p.Name, p.Key)?.Text, inner.ValueOf(p.Name, p.Key)?.Text))
            .Where(c => c.Before != c.After),
    ];
}
