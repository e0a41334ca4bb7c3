using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>Reads numbers, days, times, texts and keys as sums of variables, case by case.</summary>
/// <param name="reader">Reads the conditions in them.</param>
internal sealed class TermReader(ConditionReader reader)
{
    private const int MostVariables = 12;

    private Vocabulary Vocabulary => reader.Vocabulary;

    /// <summary>Reads a value.</summary>
    /// <param name="expression">A checked expression that is no condition, no set and no list.</param>
    /// <exception cref="InsufficientExecutionStackException">The thread's stack is too small for the expression.</exception>
    public Term Read(TypedExpression expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Term? term = expression switch
        {
            LiteralExpression e => OfValue(e.Value),
            FieldExpression e => OfVariable(Vocabulary.Fact(reader.PlaceOf(e))),
            AsOfExpression => OfVariable(Vocabulary.AsOf()),
            ParameterExpression e => OfParameter(e),
            NegateExpression e => Each(Read(e.Operand), s => s.Times(Rational.Of(-1))),
            ArithmeticExpression e => new ArithmeticReader(reader).Read(e),
            ConditionalExpression e => Choice(reader.Read(e.Condition), Read(e.WhenTrue), Read(e.WhenFalse)),
            CallExpression e => OfCall(e),
            MacroExpression { Kind: MacroKind.Count or MacroKind.Share } e => reader.Lists.Count(e),
            AggregateExpression e => reader.Lists.Size(e),
            _ => null,
        };
        return term is not null && IsSmall(term) ? term : reader.Opaque.Value(expression);
    }

    /// <summary>The term of a variable.</summary>
    /// <param name="variable">The variable.</param>
    public static Term OfVariable(ProofVariable variable) => Term.Of(ConditionReader.Known(variable), LinearSum.OfVariable(variable.Number));

    /// <summary>How two values stand to each other; null where that is not linear.</summary>
    /// <param name="left">The left value.</param>
    /// <param name="right">The right value.</param>
    /// <param name="relation">How.</param>
    public static Truth? Compare(Term left, Term right, Relation relation)
    {
        if (left.Cases.Length * right.Cases.Length > Term.MostCases) return null;
        List<Formula> holds = [];
        List<Formula> fails = [];
        foreach (TermCase one in left.Cases)
        {
            foreach (TermCase other in right.Cases)
            {
                if (one.Compare(other, relation) is not { } found) return null;
                Formula known = Formula.All(one.Known, other.Known);
                holds.Add(Formula.All(known, found));
                fails.Add(Formula.All(known, found.Opposite));
            }
        }

        return new Truth(Formula.Any(holds), Formula.Any(fails));
    }

    /// <summary>A parameter that is true or false.</summary>
    /// <param name="parameter">The parameter.</param>
    public Truth Bool(ParameterExpression parameter)
    {
        List<(Formula Guard, Value Value)> cases = Values(parameter);
        return new Truth(
            Formula.Any(cases.Where(c => c.Value is BoolValue { Truth: true }).Select(c => c.Guard)),
            Formula.Any(cases.Where(c => c.Value is BoolValue { Truth: false }).Select(c => c.Guard)));
    }

    /// <summary>Whether a keyed parameter has an entry for the row.</summary>
    /// <param name="entry">The question.</param>
    public Truth Entry(ParameterEntryExpression entry)
    {
        Term key = Read(entry.Key);
        ImmutableArray<Truth> found = [.. reader.Scope.Parameters.KeysOf(entry.Name).Select(k => IsKey(key, k))];
        return new Truth(Formula.Any(found.Select(f => f.True)), Formula.All([key.Known, .. found.Select(f => f.True.Opposite)]));
    }

    /// <summary>The values that a parameter has, and where it has each.</summary>
    /// <param name="parameter">The parameter.</param>
    public List<(Formula Guard, Value Value)> Values(ParameterExpression parameter)
    {
        if (parameter.Key is null) return ValueOf(parameter, null) is { } only ? [(Formula.True, only)] : [];
        Term key = Read(parameter.Key);
        return [.. reader.Scope.Parameters.KeysOf(parameter.Name)
            .Select(k => (IsKey(key, k).True, ValueOf(parameter, k)!))
            .Where(c => c.Item2 is not null && c.True is not ConstantFormula { Truth: false })];
    }

    /// <summary>Whether a value is a text or key.</summary>
    /// <param name="term">The value.</param>
    /// <param name="text">The text.</param>
    public Truth IsKey(Term term, string text) => Compare(term, Term.Of(Rational.Of(Vocabulary.Text(text))), Relation.Equal)!;

    private Value? ValueOf(ParameterExpression parameter, string? key) => parameter.Type.Scale is { } scale
        ? reader.Scope.Parameters.ValueOn(parameter.Name, key, scale)
        : reader.Scope.Parameters.ValueOf(parameter.Name, key);

    private Term? OfParameter(ParameterExpression parameter)
    {
        List<TermCase> cases = [];
        foreach ((Formula guard, Value value) in Values(parameter))
        {
            if (OfValue(value) is not { Cases: [var only] }) return null;
            cases.Add(only with { Guard = guard });
        }

        return new Term([.. cases]);
    }

    private Term? OfValue(Value value) => value switch
    {
        NumberValue number => Term.Of(number.Number),
        DateValue date => Term.Of(Rational.Of(date.Day.DayNumber)),
        TimeValue time => Term.Of(Rational.Of(time.Minutes)),
        TextValue text => Term.Of(Rational.Of(Vocabulary.Text(text.Content))),
        _ => null,
    };

    private Term? OfCall(CallExpression call) => call.Function switch
    {
        DaysFunction or MinutesFunction or HoursFunction => Read(call.Arguments[0]),
        MinutesOfHoursFunction => Each(Read(call.Arguments[0]), s => s.Times(Rational.Of(60))),
        HoursOfMinutesFunction => Each(Read(call.Arguments[0]), s => s.Times(Rational.Of(1) / Rational.Of(60))),
        PercentFunction or PerHundredFunction => ArithmeticReader.Quotient(Each(Read(call.Arguments[0]), s => s.Times(Rational.Of(100))), Read(call.Arguments[1])),
        SizeOfSetFunction => reader.Sets.Size(call.Arguments[0]),
        _ => null,
    };

    private static Term Each(Term term, Func<LinearSum, LinearSum> change) => new([.. term.Cases.Select(c => c with { Sum = change(c.Sum) })]);

    private static Term Choice(Truth condition, Term whenTrue, Term whenFalse) => new(
    [
        .. whenTrue.Cases.Select(c => c with { Guard = Formula.All(condition.True, c.Guard) }),
        .. whenFalse.Cases.Select(c => c with { Guard = Formula.All(condition.False, c.Guard) }),
    ]);

    // Sums of a few facts have denominators that are kept whatever the facts are.
    private static bool IsSmall(Term term) =>
        term.Cases.Length <= Term.MostCases && term.Cases.All(c => c.Sum.Terms.Length + (c.Divisor?.Terms.Length ?? 0) <= MostVariables);
}
