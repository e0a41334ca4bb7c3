using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>Says rules in words: whom they bind, when, and what they demand. Made from the judged form alone, so that a new kind needs no words of its own.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="catalogue">The checked packs.</param>
/// <param name="language">The language.</param>
internal sealed class RuleWords(Catalogue catalogue, TextLanguage language)
{
    private const string None = "joined.none";

    private readonly TimelineMaker _timelines = new(catalogue, null, []);
    private readonly ILookup<string, CheckedRule> _byFullId = catalogue.Rules.ToLookup(r => r.FullId, StringComparer.Ordinal);

    /// <summary>What a rule says, with the values of its own pack's stack.</summary>
    /// <param name="rule">The rule.</param>
    public RuleSentences Of(CheckedRule rule)
    {
        ExpressionWords words = WordsOf(rule, ParametersOf(rule));
        JudgedForm form = rule.Form;
        string whom = Say("whom", words.TableTitle(rule.Rule.Subject));
        ImmutableArray<string> where = words.Clauses(ExpressionWords.Operands(form.Applies, isAnd: true).Where(c => !IsTechnical(c)));
        (string lead, ImmutableArray<string> demands) = Demands(rule, form, words);
        string begun = Say($"{(lead == None ? "lead.not" : "lead")}.{rule.Rule.Binding}", Say("whom.begin", words.TableTitle(rule.Rule.Subject)));
        return new RuleSentences(whom, where, Say(lead, begun, form.Items.Length, form.ItemsNeeded), demands, [.. Remarks(form, words)]);
    }

    /// <summary>The words of the expressions of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="parameters">The words of its parameters.</param>
    public ExpressionWords WordsOf(CheckedRule rule, ParameterWords parameters) =>
        new(catalogue.Schema, rule.Rule.Subject, new WordSources(parameters.Of, parameters.Keys, Named), language);

    /// <summary>The words of the parameters of a rule, with the values of its own pack's stack.</summary>
    /// <param name="rule">The rule.</param>
    public ParameterWords ParametersOf(CheckedRule rule) => new(TimelineOf(rule.Id, rule.Pack), name => TitleOf(rule.Pack, name), catalogue.Schema, language);

    /// <summary>How a rule developed where a pack stands.</summary>
    /// <param name="rule">The full id that findings know the rule by.</param>
    /// <param name="pack">The pack.</param>
    public RuleTimeline TimelineOf(string rule, RulePack pack) => _timelines.Of(rule, pack);

    /// <summary>What people call a parameter: the nearest pack that gives it a title is asked; its name where none does.</summary>
    /// <param name="pack">The pack that speaks of it.</param>
    /// <param name="parameter">The parameter's name.</param>
    public string TitleOf(RulePack pack, string parameter) =>
        catalogue.Scopes.Of(pack).Reverse().SelectMany(p => p.Parameters).FirstOrDefault(p => p.Name == parameter && p.Title is not null)?.Title?.In(language) ?? parameter;

    /// <summary>What people call a rule, with its id.</summary>
    /// <param name="rule">The full id.</param>
    public string Named(string rule) => _byFullId[rule].FirstOrDefault() is { } found ? Say("rule", found.Rule.Title.In(language), rule) : rule;

    private string Say(string key, params ReadOnlySpan<object?> arguments) => ReportTexts.Say(language, key, arguments);

    private (string Lead, ImmutableArray<string> Demands) Demands(CheckedRule rule, JudgedForm form, ExpressionWords words)
    {
        if (!form.Composed.IsEmpty) return ("joined.composed", [.. form.Composed.Select(Part)]);
        if (!form.Items.IsEmpty) return (form.ItemsNeeded == form.Items.Length ? "joined.steps" : "joined.some", [.. form.Items.Select(i => Item(i, words))]);
        if (form.Observed is { } observed && !form.Bounds.IsEmpty) return ("joined.all", [.. form.Bounds.Select(b => words.Bound(observed, b))]);
        if (!form.Bands.IsEmpty) return ("joined.bands", [words.Of(form.Observed!)]);
        if (form.Holds is NotExpression { StandsFor: null, Operand: var forbidden })
            return (None, words.Clauses(ExpressionWords.Operands(forbidden, isAnd: false)));
        return ("joined.all", words.Clauses(ExpressionWords.Operands(form.Holds, isAnd: true)));
    }

    private string Item(JudgedItem item, ExpressionWords words)
    {
        IEnumerable<string> asked = item.Measures.IsEmpty ? [item.Holds is LiteralExpression ? Say("item.free") : words.Of(item.Holds)] : item.Measures.Select(m => Measured(m, words));
        string text = Say("item.titled", item.Title.In(language), string.Join(Say("and"), asked));
        return item.Floor is LogicExpression { Right: var floor } ? Say("item.floor", text, words.Of(floor)) : text;
    }

    // The conditions around a measure are those under which it counts for the row.
    private string Measured(JudgedMeasure measure, ExpressionWords words) => measure.Holds switch
    {
        ConditionalExpression { WhenFalse: LiteralExpression } e => Say("choiceOnly", words.Of(e.Condition), Measured(measure with { Holds = e.WhenTrue }, words)),
        ConditionalExpression { WhenTrue: LiteralExpression } e => Say("choiceUnless", words.Of(e.Condition), Measured(measure with { Holds = e.WhenFalse }, words)),
        _ when IsNamed(measure) => Say("compare", measure.Measure.In(language), words.Asked(BoundReader.OperatorOf(measure.Bound.Kind), measure.Bound.Value, [])),
        _ => words.Bound(measure.Observed, measure.Bound),
    };

    // Days that a kind counts have a name of its own; what an author wrote is its own text in both languages, or a fact's title.
    private static bool IsNamed(JudgedMeasure measure) => measure.Observed is not FieldExpression && measure.Observed.StandsFor is null && measure.Measure.Chinese != measure.Measure.English;

    private string Part(ComposedPart part)
    {
        string rules = string.Join(Say("list"), part.Rules.Except(part.Beside).Select(Named));
        return part.IsVeto ? Say("part.veto", rules) : Say("part.of", part.Id, rules);
    }

    private IEnumerable<string> Remarks(JudgedForm form, ExpressionWords words)
    {
        for (int i = 0; i < form.Bands.Length; i++)
        {
            JudgedBand band = form.Bands[i];
            string from = words.Asked(ComparisonOperator.GreaterOrEqual, band.From, []);
            string next = i + 1 < form.Bands.Length ? Say("and") + words.Asked(ComparisonOperator.Less, form.Bands[i + 1].From, []) : string.Empty;
            yield return Say("band", band.Title.In(language), from + next);
        }

        if (!form.Composed.IsEmpty) yield return Say("composed.counting");
        foreach (string beside in form.Composed.SelectMany(p => p.Beside)) yield return Say("composed.beside", Named(beside));
    }

    // What kinds add to the conditions of application: the same for every rule of the kind, and no condition of the law.
    private static bool IsTechnical(TypedExpression condition) =>
        condition is LiteralExpression || ExpressionWalker.SelfAndDescendants(condition).Any(n => n is RuleSaysExpression or FrequencyExpression { Part: FrequencyPart.Judged });
}
