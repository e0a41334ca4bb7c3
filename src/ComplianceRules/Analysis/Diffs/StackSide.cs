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
    /// <param name="since">The first day of what stands on it.</param>
    public FindingSource? LawOf(RulePack pack, SourceReference? source, DateOnly? since) =>
        source is not null && Catalogue.Scopes.Instrument(pack, source.Instrument) is { } instrument ? new FindingSource(pack.Id, instrument, source.Clause, since) : null;
}
