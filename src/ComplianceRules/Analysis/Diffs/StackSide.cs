using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>One side of a comparison: some packs of one stack.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Catalogue">All packs of the side.</param>
/// <param name="Packs">The packs of the stack, outermost first.</param>
internal sealed record StackSide(Catalogue Catalogue, ImmutableArray<RulePack> Packs)
{
    private readonly Lazy<ParameterBook> _book = new(() => Catalogue.BookOf(Packs));

    /// <summary>The parameters of the stack.</summary>
    public ParameterBook Book => _book.Value;

    /// <summary>The pack of an id; null where the stack has none.</summary>
    /// <param name="id">The id.</param>
    public RulePack? Pack(string id) => Packs.FirstOrDefault(p => p.Id == id);

    /// <summary>The rules of some packs of the stack, by their own full ids.</summary>
    /// <param name="packs">The ids of the packs.</param>
    public Dictionary<string, CheckedRule> RulesOf(ImmutableArray<string> packs) =>
        Catalogue.Rules.Where(r => packs.Contains(r.Pack.Id) && Packs.Contains(r.Pack)).ToDictionary(r => r.FullId, StringComparer.Ordinal);

    /// <summary>The canonical text of an expression of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="expression">The expression.</param>
    public string TextOf(CheckedRule rule, TypedExpression expression) =>
        new ExpressionPrinter(new ExpressionScope(Catalogue.Schema, rule.Rule.Subject, ImmutableSortedDictionary<string, ParameterSignature>.Empty)).Text(expression);

    /// <summary>The law that a reference of a pack means; null where it gives none.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="source">The reference.</param>
    /// <param name="relaxes">What allows it to bind less; null where nothing does.</param>
    public LawReference? LawOf(RulePack pack, SourceReference? source, Relaxation? relaxes)
    {
        LawReference? law = source is null ? null : LawOf(pack, source);
        return relaxes is null || LawOf(pack, relaxes.Source) is not { } allowing ? law : (law ?? allowing) with { Authority = relaxes.Authority, Allowing = allowing };
    }

    // A pack may mean an instrument of a pack further out.
    private LawReference? LawOf(RulePack pack, SourceReference source)
    {
        RulePack? having = Catalogue.Scopes.Of(pack).LastOrDefault(p => p.Instruments.ContainsKey(source.Instrument));
        return having is null ? null : new LawReference(having.Id, new FindingSource(pack.Id, having.Instruments[source.Instrument], source.Clause, null), null, null);
    }
}
