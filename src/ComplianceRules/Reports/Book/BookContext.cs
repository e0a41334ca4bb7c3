using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Reports;

/// <summary>What all pages of a book need: the packs, the words, who reads what and who stands on what.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class BookContext
{
    private readonly Dictionary<string, ParameterBook> _books = new(StringComparer.Ordinal);
    private readonly Dictionary<CheckedRule, RuleSentences> _sentences = new(ReferenceEqualityComparer.Instance);

    public BookContext(Catalogue catalogue, ImmutableArray<RuleProof> proofs, TextLanguage language)
    {
        Catalogue = catalogue;
        Proofs = proofs;
        Language = language;
        Words = new RuleWords(catalogue, language);
        RulesOf = catalogue.Rules.ToLookup(r => r.Pack.Id, StringComparer.Ordinal);
        Readers = catalogue.Rules.SelectMany(r => FieldsOf(r).Select(f => (Field: f, Rule: r))).ToLookup(r => r.Field, r => r.Rule);
        Resting = catalogue.Rules.SelectMany(r => LawsOf(r).Select(law => (Law: law, Rule: r))).ToLookup(r => r.Law, r => r.Rule);
    }

    /// <summary>The packs.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>What was proved of them.</summary>
    public ImmutableArray<RuleProof> Proofs { get; }

    /// <summary>The language of the book.</summary>
    public TextLanguage Language { get; }

    /// <summary>Says rules in words.</summary>
    public RuleWords Words { get; }

    /// <summary>The rules of each pack, by its id, in ordinal order.</summary>
    public ILookup<string, CheckedRule> RulesOf { get; }

    /// <summary>The rules that read a field, by table and name.</summary>
    public ILookup<(string Table, string Field), CheckedRule> Readers { get; }

    /// <summary>The rules that stand on an instrument, by the id of the pack that names it and its own.</summary>
    public ILookup<(string Pack, string Instrument), CheckedRule> Resting { get; }

    public string Say(string key, params ReadOnlySpan<object?> arguments) => ReportTexts.Say(Language, key, arguments);

    /// <summary>A text of a pack; null where there is none.</summary>
    /// <param name="text">The text.</param>
    public string? In(LocalText? text) => text is null || text == LocalText.Empty ? null : text.In(Language);

    /// <summary>What heads the rules of an area: the title that the first pack gives it, else its id.</summary>
    /// <param name="area">The area's id.</param>
    public string AreaTitle(string area) =>
        In(Catalogue.AreaTitle(area)) ?? Say("book.area", area);

    /// <summary>What a rule says, made once.</summary>
    /// <param name="rule">The rule.</param>
    public RuleSentences Sentences(CheckedRule rule)
    {
        if (!_sentences.TryGetValue(rule, out RuleSentences? known)) _sentences.Add(rule, known = Words.Of(rule));
        return known;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The fields that a rule reads, by table and name: derived ones and what these are worked out of.</summary>
    /// <param name="rule">The rule.</param>
    public static IEnumerable<(string Table, string Field)> FieldsOf(CheckedRule rule) =>
        rule.Form.Parts.SelectMany(FieldsAt).Distinct().OrderBy(f => f.Table, StringComparer.Ordinal).ThenBy(f => f.Field, StringComparer.Ordinal);

    /// <summary>The pack that names an instrument as another pack means it.</summary>
    /// <param name="pack">The pack that refers to it.</param>
    /// <param name="instrument">The instrument's name.</param>
    public RulePack? OwnerOf(RulePack pack, string instrument) => Catalogue.Scopes.Of(pack).LastOrDefault(p => p.Instruments.ContainsKey(instrument));

    /// <summary>The parameters of a pack and everything further out, read once.</summary>
    /// <param name="pack">The pack.</param>
    public ParameterBook BookOf(RulePack pack)
    {
        if (!_books.TryGetValue(pack.Id, out ParameterBook? known)) _books.Add(pack.Id, known = Catalogue.BookOf(pack));
        return known;
    }

    /// <summary>The pack straight above a pack in its stack; null where it stands alone.</summary>
    /// <param name="pack">The pack.</param>
    public RulePack? Above(RulePack pack) => Catalogue.Scopes.Of(pack) is [.., var above, _] ? above : null;

    private static IEnumerable<(string Table, string Field)> FieldsAt(TypedExpression node)
    {
        if (node.StandsFor is { } derived) yield return (derived.Row.Table, derived.Field.Name);
        if (node is FieldExpression field) yield return (field.Row.Table, field.Field.Name);
        if (node is HasExpression { Field: { } asked } has) yield return (has.Row.Table, asked.Name);
    }

    private IEnumerable<(string Pack, string Instrument)> LawsOf(CheckedRule rule)
    {
        IEnumerable<(RulePack Pack, string Instrument)> named =
        [
            (rule.Pack, rule.Rule.Source.Instrument),
            .. rule.Rule.Relaxes is { } relaxes ? [(rule.Pack, relaxes.Source.Instrument)] : Array.Empty<(RulePack, string)>(),
            .. ParametersOf(rule).SelectMany(p => p.Parameter.Values.Select(v => v.Source?.Instrument).Append(p.Parameter.Relaxes?.Source.Instrument).OfType<string>().Select(i => (p.Pack, i))),
        ];
        return named.Select(n => (Owner: OwnerOf(n.Pack, n.Instrument), n.Instrument)).Where(n => n.Owner is not null).Select(n => (n.Owner!.Id, n.Instrument)).Distinct();
    }

    private IEnumerable<(RulePack Pack, Parameter Parameter)> ParametersOf(CheckedRule rule)
    {
        HashSet<string> read = [.. rule.Form.Parts.OfType<ParameterExpression>().Select(p => p.Name)];
        return Catalogue.Scopes.Of(rule.Pack).SelectMany(p => p.Parameters.Where(v => read.Contains(v.Name)).Select(v => (p, v)));
    }
}
