using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>Finds the comparisons of a rule, each with the sides that it has.</summary>
/// <remarks>For one rule and one thread. The same comparison at several places of the rule is one.</remarks>
/// <param name="form">What the rule has become.</param>
/// <param name="values">The values of parameters that count.</param>
internal sealed class BoundaryFinder(JudgedForm form, MeasuredValues values) : ConditionWalker<ExpressionScope>
{
    private readonly Dictionary<TypedExpression, ImmutableArray<Boundary>> _byNode = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ImmutableArray<Boundary>> _byText = new(StringComparer.Ordinal);
    private readonly List<Boundary> _all = [];
    private readonly HashSet<TypedExpression> _limits = LimitsOf(form);
    private ExpressionRanges? _ranges;

    /// <summary>Finds the comparisons of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="schema">The tables.</param>
    /// <param name="values">The values of parameters that count.</param>
    public static RuleBoundaries Of(CheckedRule rule, FactSchema schema, MeasuredValues values) => new BoundaryFinder(rule.Form, values).Find(rule, schema);

    protected override void Meet(TypedExpression test, ExpressionScope place)
    {
        if (!_byNode.ContainsKey(test)) Add(test, test, place);
    }

    protected override void MeetLimit(FrequencyExpression frequency, ComparisonOperator comparison, TypedExpression limit, ExpressionScope place)
    {
        if (!_byNode.ContainsKey(limit)) Add(limit, new ComparisonExpression(comparison, frequency with { Part = FrequencyPart.Count }, limit), place);
    }

    protected override IEnumerable<ExpressionScope> Inside(TypedExpression list, MacroVariable? variable, ExpressionScope place) =>
        [variable is null ? place with { Child = ((RowsExpression)list).List.Table } : place with { Variables = place.Variables.Add(variable) }];

    protected override IEnumerable<TypedExpression> Branches(ConditionalExpression choice, ExpressionScope place) => [choice.WhenTrue, choice.WhenFalse];

    protected override bool Counts(TypedExpression where, ExpressionScope place) => true;

    private RuleBoundaries Find(CheckedRule rule, FactSchema schema)
    {
        ExpressionScope scope = new(schema, rule.Rule.Subject, ImmutableSortedDictionary<string, ParameterSignature>.Empty);
        ImmutableArray<TypedExpression> holds = form.Composed.IsEmpty ? Asked() : [];
        foreach (TypedExpression condition in holds.Prepend(form.Applies))
        {
            _ranges = ExpressionRanges.Of(condition);
            Walk(condition, scope);
        }

        return new RuleBoundaries(form.Applies, holds, [.. _all], _byNode);
    }

    // The verdict rests on one band alone; a case is to show where each begins.
    private ImmutableArray<TypedExpression> Asked() => form.Bands.IsEmpty
        ? [form.Holds]
        : [.. form.Bands.Select(b => new ComparisonExpression(ComparisonOperator.GreaterOrEqual, form.Observed!, b.From))];

    private void Add(TypedExpression node, TypedExpression test, ExpressionScope place)
    {
        string text = new ExpressionPrinter(place).Text(test);
        string known = string.Join('\n', place.Variables.Select(v => v.Table ?? string.Empty).Prepend(place.Child ?? string.Empty).Append(text));
        if (!_byText.TryGetValue(known, out ImmutableArray<Boundary> boundaries))
        {
            _byText[known] = boundaries = [.. Made(test, text)];
            _all.AddRange(boundaries);
        }

        _byNode[node] = boundaries;
    }

    private IEnumerable<Boundary> Made(TypedExpression test, string text)
    {
        BoundaryReach reach = new(test, IsLimit(test), _ranges!);
        (ParameterExpression Parameter, ParameterEntry Entry)[] measured = [.. reach.Parameters.SelectMany(p => values.Of(p).Select(e => (p, e)))];
        if (measured.Length == 0) return reach.HasLimit(null) is { } plain ? [new Boundary(text, plain)] : [];
        return measured.Select(m => (Measured: m, HasLimit: reach.HasLimit(m))).Where(m => m.HasLimit is not null)
            .Select(m => new Boundary(text, m.HasLimit!.Value) { Parameter = m.Measured.Parameter, Entry = m.Measured.Entry });
    }

    private bool IsLimit(TypedExpression test) => test is ComparisonExpression { Right: var right } && (_limits.Contains(right) || (right is ArithmeticExpression { Left: var exact } && _limits.Contains(exact)));

    private static HashSet<TypedExpression> LimitsOf(JudgedForm form) => new(form.AllBounds.Select(b => b.Value).Concat(form.Bands.Select(b => b.From)), ReferenceEqualityComparer.Instance);
}
