using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Reads what is not followed: a variable that goes by its canonical text and the values it uses, with the range that it is known to have.</summary>
/// <param name="reader">Reads what it is made of, as far as whether it is known follows from that.</param>
internal sealed class OpaqueReader(ConditionReader reader)
{
    private readonly Dictionary<TypedExpression, ExpressionRanges> _ranges = new(ReferenceEqualityComparer.Instance);

    /// <summary>A value that is not followed.</summary>
    /// <param name="expression">The expression.</param>
    public Term Value(TypedExpression expression) => TermReader.OfVariable(Variable(expression, reader.Scope.Text(expression)));

    /// <summary>A condition that is not followed.</summary>
    /// <param name="condition">The condition.</param>
    public Truth Condition(TypedExpression condition) => ConditionReader.Bit(Variable(condition, reader.Scope.Text(condition)));

    /// <summary>A comparison of two quotients and the like: each side by itself.</summary>
    /// <param name="comparison">The comparison.</param>
    public Truth Comparison(ComparisonExpression comparison) =>
        TermReader.Compare(Plain(comparison.Left), Plain(comparison.Right), Relations.Of(comparison.Operator)) ?? Condition(comparison);

    /// <summary>Whether arithmetic may leave what is kept.</summary>
    /// <param name="node">The arithmetic.</param>
    public bool MayOverflow(TypedExpression node) => RangeOf(node).Hazards.HasFlag(Hazards.Overflow);

    /// <summary>What a term that is not followed goes by: its canonical text and the values it uses.</summary>
    /// <param name="expression">The expression.</param>
    public string Name(TypedExpression expression) => reader.Scope.Text(expression) + Inputs(expression);

    /// <summary>The variable of a term that is not followed.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="text">Its canonical text.</param>
    /// <param name="domain">The values that it can have; null for those that follow from the expression.</param>
    public ProofVariable Variable(TypedExpression expression, string text, Domain? domain = null)
    {
        ProofVariable variable = reader.Vocabulary.Term(text + Inputs(expression), domain ?? DomainOf(expression), expression, out bool isNew);
        if (isNew && expression is CallExpression or ArithmeticExpression or NegateExpression) Tie(expression, variable);
        return variable;
    }

    private Term Plain(TypedExpression side) => reader.Terms.Read(side) is { IsPlain: true } term ? term : Value(side);

    /// <summary>What the text does not show: the values in force, and what the rules whose verdicts it reads say.</summary>
    /// <param name="expression">The expression.</param>
    public string Inputs(TypedExpression expression)
    {
        SortedSet<string> inputs = new(StringComparer.Ordinal);
        HashSet<(string Rule, bool Applies)> seen = [];
        Queue<TypedExpression> waiting = new([expression]);
        while (waiting.TryDequeue(out TypedExpression? next))
        {
            foreach (TypedExpression node in ExpressionWalker.SelfAndDescendants(next))
            {
                inputs.UnionWith(InputsOf(node));
                foreach ((string rule, bool applies) in Asked(node).Where(seen.Add)) AddRule(rule, applies, inputs, waiting);
            }
        }

        return inputs.Count == 0 ? string.Empty : $" where {string.Join(", ", inputs)}";
    }

    private void AddRule(string rule, bool applies, SortedSet<string> inputs, Queue<TypedExpression> waiting)
    {
        if (reader.Scope.CountedRule(rule) is not { } counted) return;
        TypedExpression part = applies ? counted.Form.Applies : counted.Form.Holds;
        inputs.Add($"{rule}: {reader.Scope.Counted(counted.Subject).Text(part)}");
        waiting.Enqueue(part);
    }

    // Which rules it asks, and whether for their application or for their condition.
    private IEnumerable<(string Rule, bool Applies)> Asked(TypedExpression node) => node switch
    {
        RuleVerdictExpression e => [(e.Rule, false)],
        RuleAppliesExpression e => [(e.Rule, true)],
        RuleSaysExpression e when reader.Scope.FollowsParts => e.Rules.SelectMany(r => new[] { (r, true), (r, false) }),
        _ => [],
    };

    private IEnumerable<string> InputsOf(TypedExpression node) => node switch
    {
        ParameterExpression e => ValuesOf(e.Name).Concat(e.SeasonOf is { } date ? [$"the season of {reader.Scope.Text(date)}"] : []),
        ParameterEntryExpression e => ValuesOf(e.Name),
        FrequencyExpression { Periods.Since: { } since } => [$"periods since {since:O}"],
        RuleSaysExpression e when reader.Scope.FollowsParts => e.Rules.Select(r => reader.Scope.CountedRule(r)?.IsPart(e.MandatoryOnly) == true ? $"{r} counts" : $"{r} is left out"),

        // Parts that are not loosened break at least where they broke, and with them what is composed of them: that they say other things may be left out of the comparison.
        RuleSaysExpression e => [$"{e.Name} of {(e.MandatoryOnly ? "mandatory " : string.Empty)}{string.Join(' ', e.Rules.Order(StringComparer.Ordinal))}"],
        _ => [],
    };

    private IEnumerable<string> ValuesOf(string parameter) => reader.Scope.Parameters.Texts(parameter);

    private Domain DomainOf(TypedExpression expression)
    {
        if (expression.Type.Kind == FieldType.Bool) return Domain.Bits;
        return Domain.Of(RangeOf(expression).Range as Interval ?? Interval.All);
    }

    private NodeRange RangeOf(TypedExpression expression)
    {
        if (!_ranges.TryGetValue(expression, out ExpressionRanges? ranges)) _ranges.Add(expression, ranges = ExpressionRanges.Of(expression));
        return ranges[expression];
    }

    // A function or arithmetic is unknown where an operand is, and of some also only there.
    private void Tie(TypedExpression expression, ProofVariable variable)
    {
        Formula parts = Formula.All(ExpressionWalker.Parts(expression).Select(reader.KnownOf));
        Formula known = ConditionReader.Known(variable);
        reader.Vocabulary.Axioms.Add(Formula.Any(known.Opposite, parts));
        if (IsTotal(expression)) reader.Vocabulary.Axioms.Add(Formula.Any(known, parts.Opposite));
    }

    private bool IsTotal(TypedExpression expression) => expression switch
    {
        CallExpression { Function: YearFunction or MonthFunction or DayOfMonthFunction or DayOfWeekFunction } => true,
        CallExpression { Function: StartsWithFunction or EndsWithFunction or ContainsFunction or SizeOfTextFunction } => true,
        ArithmeticExpression { Operator: ArithmeticOperator.Multiply, Type.Kind: FieldType.Number } => RangeOf(expression).Hazards == Hazards.None,
        _ => false,
    };
}
