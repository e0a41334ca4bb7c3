using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>Says the rules of a workflow in the rule language.</summary>
/// <param name="schema">The tables.</param>
/// <param name="inputs">What the inputs are.</param>
/// <param name="texts">The expressions.</param>
internal sealed class RuleTranslator(FactSchema schema, InputMap inputs, LinqTexts texts)
{
    // Items that a rule of the kind k-of may have.
    private const int MostItems = 64;

    /// <summary>Says one rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="parameters">The parameters of its workflow.</param>
    public TranslatedRule Translate(WorkflowRule rule, ImmutableArray<WorkflowParameter> parameters)
    {
        DiagnosticBag found = new();
        found.AddRange(rule.AllProblems);
        if (!rule.IsEnabled) found.Report(DiagnosticCodes.ForeignRuleDisabled, rule.Node.Span with { Length = 1 });
        if (found.HasErrors || !rule.IsEnabled) return new TranslatedRule(rule, found.InFileOrder());
        TableSchema? subject = new RuleSubject(schema, inputs, texts, found).Of(rule, parameters);
        if (subject is null) return new TranslatedRule(rule, found.InFileOrder());
        Translator translator = new(schema, inputs, subject, texts);
        ImmutableArray<TranslatedItem> items = ItemsOf(rule, parameters, translator);
        found.AddRange(translator.Problems.InOrderFound.Distinct());
        if (found.HasErrors) return new TranslatedRule(rule, found.InFileOrder());
        found.AddRange(translator.Differences.InOrderFound);
        Meaning joined = items.Select(i => i.Condition.Meaning).Aggregate((a, b) => new MeaningLogic(rule.Join == WorkflowJoin.Any, true, a, b));
        // Also of a single nested rule that fails RulesEngine says that it does not hold.
        Meaning meaning = items[0].Rule == rule ? joined : new MeaningAttempt([], joined);
        ImmutableArray<Diagnostic> nulls = [.. NullDifferences.Of(meaning, (rule.Expression ?? rule.Node).Span with { Length = 1 })];
        return new TranslatedRule(rule, [.. found.InFileOrder(), .. nulls]) { Subject = subject.Name, Items = items, IsJoined = items[0].Rule != rule };
    }

    private ImmutableArray<TranslatedItem> ItemsOf(WorkflowRule rule, ImmutableArray<WorkflowParameter> parameters, Translator translator)
    {
        bool isSingle = rule.Join == WorkflowJoin.None || rule.Nested.Length > MostItems;
        if (isSingle) return Condition(rule, parameters, translator) is { } condition ? [new TranslatedItem(rule, condition)] : [];
        ImmutableArray<WorkflowParameter> all = [.. parameters, .. rule.Parameters];
        // All are said, so that what is wrong with any of them is told at once.
        (WorkflowRule Rule, Said? Condition)[] said = [.. rule.Nested.Select(r => (r, Condition(r, all, translator)))];
        return said.Any(s => s.Condition is null) ? [] : [.. said.Select(s => new TranslatedItem(s.Rule, s.Condition!))];
    }

    // RulesEngine works out all parameters of a rule before it asks for its expression, and a rule that fails does not hold.
    private Said? Condition(WorkflowRule rule, ImmutableArray<WorkflowParameter> parameters, Translator translator)
    {
        ImmutableArray<WorkflowParameter> all = [.. parameters, .. rule.Parameters];
        Said? said = rule.Join == WorkflowJoin.None ? Own(rule, all, translator) : Joined(rule, all, translator);
        if (said is null) return null;
        TranslationScope scope = new(all);
        ImmutableArray<Meaning> first = [.. all.Select(p => scope.Parameter(p.Name.Text)).OfType<(WorkflowParameter Parameter, TranslationScope Scope)>().Select(p => translator.MeaningOf(p.Parameter, p.Scope)).OfType<Meaning>()];
        return said with { Meaning = new MeaningAttempt(first, said.Meaning) };
    }

    private static Said? Own(WorkflowRule rule, ImmutableArray<WorkflowParameter> parameters, Translator translator)
    {
        if (translator.SayText(rule.Expression!, new TranslationScope(parameters)) is not { } said) return null;
        if (said.Kind == SaidKind.Truth) return said;
        translator.Problems.Report(DiagnosticCodes.NotTranslated, rule.Expression!.Span, new LinqPlace(rule.Expression, 0, rule.Expression.Text.Length).Text);
        return null;
    }

    private Said? Joined(WorkflowRule rule, ImmutableArray<WorkflowParameter> parameters, Translator translator)
    {
        (bool isOr, SaidLevel level) = rule.Join == WorkflowJoin.Any ? (true, SaidLevel.Or) : (false, SaidLevel.And);
        Said?[] parts = [.. rule.Nested.Select(r => Condition(r, parameters, translator))];
        if (parts.Contains(null)) return null;
        Said joined = parts.Aggregate((a, b) => new Said($"{a!.At(level)} {(isOr ? "||" : "&&")} {b!.At(level)}", level, SaidKind.Truth, new MeaningLogic(isOr, true, a.Meaning, b.Meaning)))!;
        if (joined.Text.Length <= LinqBounds.Characters) return joined;
        translator.Problems.Report(DiagnosticCodes.ParametersGrow, rule.Node.Span with { Length = 1 }, LinqBounds.Characters.ToString(CultureInfo.InvariantCulture));
        return null;
    }
}
