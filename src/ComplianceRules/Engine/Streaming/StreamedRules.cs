using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>The rules of a streamed run: those that are judged some schools at a time, and those that need all of them.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class StreamedRules
{
    private readonly Catalogue _catalogue;
    private readonly RuleFamilies _inForce;

    /// <summary>Parts the rules asked for.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="options">What is asked for.</param>
    public StreamedRules(Catalogue catalogue, DateOnly asOf, RunOptions options)
    {
        _catalogue = catalogue;
        _inForce = new RuleFamilies(catalogue.Rules.Where(r => r.Rule.Effective.Contains(asOf)));
        ImmutableArray<CheckedRule> asked = [.. catalogue.Rules.Where(options.Selects)];
        InOrder = [.. asked.Where(r => r.Rule.Effective.Contains(asOf))];
        NotInForce = [.. asked.Where(r => !r.Rule.Effective.Contains(asOf)).Select(r => r.FullId)];
        ILookup<bool, CheckedRule> parted = InOrder.ToLookup(r => _inForce.WithCounted([r]).All(c => ChunkableRules.Has(c, catalogue.Schema)));
        (OfSchools, OfAll) = ([.. parted[true]], [.. parted[false]]);
    }

    /// <summary>The rules asked for that are in force, in the order of an assessment.</summary>
    public ImmutableArray<CheckedRule> InOrder { get; }

    /// <summary>The full ids of the rules asked for that are not in force.</summary>
    public ImmutableArray<string> NotInForce { get; }

    /// <summary>Those of the rules in force that need a school and what lies below it, with those they count.</summary>
    public ImmutableArray<CheckedRule> OfSchools { get; }

    /// <summary>Those of the rules in force that need more than that.</summary>
    public ImmutableArray<CheckedRule> OfAll { get; }

    /// <summary>What the rules that need more than a school read, show of a row, or need to know which rows there are.</summary>
    public FactSelection Facts()
    {
        FactSelection facts = new(_catalogue.Schema);
        foreach (CheckedRule rule in _inForce.WithCounted(OfAll)) Add(rule, facts);
        return facts;
    }

    /// <summary>What rules of schools and rules of all found, as one assessment; of persons only rules of all tell.</summary>
    /// <param name="ofSchools">What rules of schools found; null where there was none to judge.</param>
    /// <param name="ofAll">What the others found.</param>
    public Assessment Joined(Assessment? ofSchools, Assessment ofAll)
    {
        if (ofSchools is null) return ofAll;
        Dictionary<(string Rule, string Pack), RuleSummary> summaries = ofSchools.Rules.Concat(ofAll.Rules).ToDictionary(r => (r.Rule, r.Pack));
        return ofAll with { WaiverTally = WaiverTally.Sum([ofSchools.WaiverTally, ofAll.WaiverTally]), Areas = ofSchools.Areas.SetItems(ofAll.Areas), Rules = [.. InOrder.Select(r => summaries[(r.Id, r.Pack.Id)])] };
    }

    private void Add(CheckedRule rule, FactSelection facts)
    {
        facts.AddTable(rule.Rule.Subject);
        foreach (TableSchema shown in _catalogue.Schema.SelfAndAncestors(rule.Rule.Subject)) facts.AddField(shown.Name, RowSubjects.Name);
        foreach (TypedExpression node in rule.Form.Parts) Add(node, facts);
    }

    private void Add(TypedExpression node, FactSelection facts)
    {
        switch (node)
        {
            case FieldExpression fact:
                facts.AddField(fact.Row.Table, fact.Field.Name);
                break;
            case HasExpression { Field: { } asked } has:
                facts.AddField(has.Row.Table, asked.Name);
                break;
            case HasExpression { List: { } list } has when _catalogue.Schema.List(has.Row.Table, list) is { } below:
                facts.AddTable(below.Name);
                break;
            case RowsExpression rows:
                facts.AddTable(rows.List.Table);
                break;
            case AnyChildExpression any:
                facts.AddTable(any.List.Table);
                break;
            case ChildShareExpression share:
                facts.AddTable(share.List.Table);
                break;
        }
    }
}
