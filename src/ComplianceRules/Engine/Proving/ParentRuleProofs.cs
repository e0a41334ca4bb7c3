using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Engine;

/// <summary>Proves of every rule whose parameters a pack further in gives values of its own that these values do not loosen it.</summary>
/// <remarks>For one thread. Rules under the same values are compared once, however many packs give them.</remarks>
internal sealed class ParentRuleProofs
{
    private readonly PackScopes _scopes;
    private readonly ParameterScales _scales;
    private readonly UsedParameters _used;
    private readonly RuleComparer _comparer;
    private readonly ILookup<string, CheckedRule> _readers;
    private readonly Dictionary<string, RuleComparison> _known = new(StringComparer.Ordinal);

    /// <summary>Gathers the rules.</summary>
    /// <param name="schema">The tables and fields of all packs.</param>
    /// <param name="scopes">Which pack stands further out than which.</param>
    /// <param name="scales">The scales that times are read on.</param>
    /// <param name="rules">The rules that are right in themselves.</param>
    public ParentRuleProofs(FactSchema schema, PackScopes scopes, ParameterScales scales, IReadOnlyCollection<CheckedRule> rules)
    {
        _scopes = scopes;
        _scales = scales;
        _used = new UsedParameters(rules);
        _comparer = new RuleComparer(schema);
        _readers = rules.SelectMany(r => _used.Of(r).Select(name => (Name: name, Rule: r))).ToLookup(r => r.Name, r => r.Rule, StringComparer.Ordinal);
    }

    /// <summary>Everything that is proved of one pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="book">Its parameters and those further out.</param>
    /// <param name="problems">Takes what is looser, or cannot be told.</param>
    public List<RuleProof> Of(RulePack pack, ParameterBook book, DiagnosticBag problems)
    {
        List<RuleProof> proofs = [];
        string[] given = [.. pack.Parameters.Select(p => p.Name).Where(n => book.Definition(n) is { } known && known.Pack != pack)];
        if (given.Length == 0) return proofs;
        HashSet<RulePack> outer = [.. _scopes.Of(pack).Where(p => p != pack)];
        FoldedValues values = new(pack, book, _scales);
        foreach (CheckedRule rule in given.SelectMany(n => _readers[n]).Where(r => outer.Contains(r.Pack)).DistinctBy(r => r.FullId).OrderBy(r => r.FullId, StringComparer.Ordinal))
        {
            foreach (RuleProof proof in Of(rule, pack, values))
            {
                proofs.Add(proof);
                if (!proof.Comparison.IsNotLooser) Report(proof, rule, values, problems);
            }
        }

        return proofs;
    }

    private IEnumerable<RuleProof> Of(CheckedRule rule, RulePack pack, FoldedValues values)
    {
        ImmutableArray<string> names = _used.Of(rule);
        foreach (ProofSpan span in ProofDays.Of(rule.Rule.Effective, values.Borders(names)))
        {
            if (!values.Own(names, span.From).Any()) continue;
            ParameterTable outer = values.Outer(names, span.From);
            ParameterTable inner = values.Inner(names, span.From);
            if (inner.HasSame(outer, names)) continue;
            ImmutableArray<string> before = [.. names.SelectMany(outer.Texts)];
            ImmutableArray<string> after = [.. names.SelectMany(inner.Texts)];
            yield return new RuleProof(rule.FullId, pack.Id, span, Changes(names, outer, inner), Compared(rule, span, (outer, before), (inner, after)));
        }
    }

    private RuleComparison Compared(CheckedRule rule, ProofSpan span, (ParameterTable Table, ImmutableArray<string> Texts) outer, (ParameterTable Table, ImmutableArray<string> Texts) inner)
    {
        bool asksDay = rule.Form.Parts.Any(p => p is AsOfExpression) || rule.Form.CountedRule is not null;
        string days = asksDay ? $"{span.From:O}..{span.Until:O}" : string.Empty;
        string key = $"{rule.FullId}\n{days}\n{string.Join('\n', outer.Texts)}\n->\n{string.Join('\n', inner.Texts)}";
        if (!_known.TryGetValue(key, out RuleComparison? known))
        {
            ComparedRule further = new(rule.Form, rule.Rule.Binding, outer.Table) { Counted = _used.Counted };
            known = _comparer.Compare(rule.Rule.Subject, further, further with { Parameters = inner.Table }, span);
            _known.Add(key, known);
        }

        return asksDay || known.Witness is null ? known : known with { Witness = known.Witness with { Day = span.From } };
    }

    private static ImmutableArray<ParameterChange> Changes(ImmutableArray<string> names, ParameterTable outer, ParameterTable inner) =>
    [
        .. names.SelectMany(name => inner.KeysOf(name).Union(outer.KeysOf(name), StringComparer.Ordinal).Prepend(null).Select(key => (Name: name, Key: key)))
            .Select(p => new ParameterChange(p.Name, p.Key, outer.ValueOf(p.Name, p.Key)?.Text, inner.ValueOf(p.Name, p.Key)?.Text))
            .Where(c => c.Before != c.After),
    ];

    private static void Report(RuleProof proof, CheckedRule rule, FoldedValues values, DiagnosticBag problems)
    {
        ParameterEntry own = values.Own([.. proof.Changes.Select(c => c.Parameter).Distinct(StringComparer.Ordinal)], proof.Span.From).First();
        string changes = string.Join(", ", proof.Changes.Select(c => c.Text));
        string day = proof.Span.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string source = own.Written.Source?.Instrument ?? "-";
        (DiagnosticCode code, string shown) = proof.Comparison switch
        {
            { Outcome: ProofOutcome.Looser } found => (DiagnosticCodes.LoosenedByValues, found.Witness!.Text),
            { Outcome: ProofOutcome.Incomparable } found => (DiagnosticCodes.IncomparableByValues, found.Witness!.Text),
            var found => (DiagnosticCodes.UncertainByValues, found.Term ?? proof.Rule),
        };
        problems.Report(code, own.Written.Place, proof.Pack, proof.Rule, changes, day, shown, source, rule.Rule.Source.Instrument, rule.Rule.Place.ToString());
    }
}
