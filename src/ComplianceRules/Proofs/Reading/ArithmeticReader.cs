using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Reads arithmetic, as far as it is linear or divides by what is linear.</summary>
/// <param name="reader">Reads the conditions in it.</param>
internal sealed class ArithmeticReader(ConditionReader reader)
{
    private static readonly LinearSum LastDay = LinearSum.Of(Rational.Of(DateOnly.MaxValue.DayNumber));
    private static readonly LinearSum LastMinute = LinearSum.Of(Rational.Of(int.MaxValue));

    /// <summary>The term; null where it is not linear.</summary>
    /// <param name="node">The arithmetic.</param>
    public Term? Read(ArithmeticExpression node)
    {
        if (node.Operator == ArithmeticOperator.Remainder || (node.Type.IsInt && node.Operator == ArithmeticOperator.Divide)) return null;
        if (reader.Opaque.MayOverflow(node) && node.Type.Kind is not (FieldType.Date or FieldType.Time)) return null;
        (Term left, Term right) = (reader.Terms.Read(node.Left), reader.Terms.Read(node.Right));
        Term? term = node.Operator switch
        {
            ArithmeticOperator.Add => Sum(left, right),
            ArithmeticOperator.Subtract => Sum(left, Turned(right)),
            ArithmeticOperator.Multiply => Product(left, right),
            _ => Quotient(left, right),
        };
        return node.Type.Kind is FieldType.Date or FieldType.Time && term is not null ? Moment(term, node.Type.Kind) : term;
    }

    /// <summary>A quotient, unknown where the divisor is 0; null where it is not linear.</summary>
    /// <param name="above">What is divided.</param>
    /// <param name="below">The divisor.</param>
    public static Term? Quotient(Term above, Term below) => Combined(above, below, (one, other) => (one, other) switch
    {
        ({ Divisor: null }, { Divisor: null, Sum.IsConstant: true }) when other.Sum.Constant.IsZero => one with { Guard = Formula.False },
        ({ }, { Divisor: null, Sum.IsConstant: true }) => one with { Sum = one.Sum.Times(Rational.Of(1) / Nonzero(other.Sum.Constant)) },
        ({ Divisor: null }, { Divisor: null }) => one with { Divisor = other.Sum },
        _ => null,
    });

    private static Rational Nonzero(Rational number) => number.IsZero ? Rational.Of(1) : number;

    private static Term Turned(Term term) => new([.. term.Cases.Select(c => c with { Sum = c.Sum.Times(Rational.Of(-1)) })]);

    private static Term? Sum(Term left, Term right) => Combined(left, right, (one, other) => (one, other) switch
    {
        ({ Divisor: null }, { Divisor: null }) => one with { Sum = one.Sum.Plus(other.Sum) },
        ({ Divisor: { } below }, { Divisor: null, Sum.IsConstant: true }) => one with { Sum = one.Sum.Plus(below.Times(other.Sum.Constant)) },
        ({ Divisor: null, Sum.IsConstant: true }, { Divisor: { } below }) => other with { Sum = other.Sum.Plus(below.Times(one.Sum.Constant)) },
        _ => null,
    });

    private static Term? Product(Term left, Term right) => Combined(left, right, (one, other) => (one, other) switch
    {
        (_, { Divisor: null, Sum.IsConstant: true }) => one with { Sum = one.Sum.Times(other.Sum.Constant) },
        ({ Divisor: null, Sum.IsConstant: true }, _) => other with { Sum = other.Sum.Times(one.Sum.Constant) },
        _ => null,
    });

    private static Term? Combined(Term left, Term right, Func<TermCase, TermCase, TermCase?> combine)
    {
        if (left.Cases.Length * right.Cases.Length > Term.MostCases) return null;
        ImmutableArray<TermCase>.Builder cases = ImmutableArray.CreateBuilder<TermCase>();
        foreach (TermCase one in left.Cases)
        {
            foreach (TermCase other in right.Cases)
            {
                if (combine(one, other) is not { } found) return null;
                Formula both = found.Guard is ConstantFormula { Truth: false } ? Formula.False : Formula.All(one.Guard, other.Guard);
                cases.Add(found with { Guard = both });
            }
        }

        return new Term(cases.ToImmutable());
    }

    // Days and minutes that are not whole are unknown, and so are days outside of the years 1 to 9999.
    private Term? Moment(Term term, FieldType kind)
    {
        if (!term.Cases.All(c => c.Divisor is null && IsWhole(c.Sum))) return null;
        LinearSum low = kind == FieldType.Date ? LinearSum.Of(Rational.Zero) : LastMinute.Times(Rational.Of(-1));
        LinearSum high = kind == FieldType.Date ? LastDay : LastMinute;
        return new Term([.. term.Cases.Select(c => c with
        {
            Guard = Formula.All(c.Guard, SumFormula.Of(c.Sum.Minus(low), Relation.AtLeast), SumFormula.Of(c.Sum.Minus(high), Relation.AtMost)),
        })]);
    }

    private bool IsWhole(LinearSum sum) =>
        sum.Constant.IsWhole && sum.Terms.All(t => t.Factor.IsWhole && reader.Vocabulary.Variables[t.Variable].Domain.Range.Step is { IsWhole: true });
}
