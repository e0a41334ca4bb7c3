using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>Reads sets, member by member.</summary>
/// <param name="reader">Reads the conditions in them.</param>
internal sealed class SetReader(ConditionReader reader)
{
    /// <summary>The set; null where it is not followed.</summary>
    /// <param name="expression">A set, or a list of written texts.</param>
    public SetTerm? Read(TypedExpression expression) => expression switch
    {
        FieldExpression e => OfFact(reader.PlaceOf(e)),
        LiteralExpression { Value: SetValue set } => Written(Formula.True, set.Members),
        ParameterExpression e => OfParameter(e),
        ListExpression list when list.Items.All(i => i is LiteralExpression { Value: TextValue }) =>
            Written(Formula.True, list.Items.Select(i => ((TextValue)((LiteralExpression)i).Value).Content)),
        _ => null,
    };

    /// <summary>Whether two sets have the same members.</summary>
    /// <param name="comparison">The comparison.</param>
    public Truth Same(ComparisonExpression comparison)
    {
        if (Read(comparison.Left) is not { } left || Read(comparison.Right) is not { } right) return reader.Opaque.Condition(comparison);
        Formula known = Formula.All(left.Known, right.Known);
        Formula same = Formula.All(left.Members.Keys.Union(right.Members.Keys, StringComparer.Ordinal).Select(k => Both(left.Has(k), right.Has(k))));
        return new Truth(Formula.All(known, same), Formula.All(known, same.Opposite));
    }

    /// <summary>How many members a set has; null where it is not followed.</summary>
    /// <param name="set">The set.</param>
    public Term? Size(TypedExpression set)
    {
        if (set is not FieldExpression field) return null;
        FactPlace place = reader.PlaceOf(field);
        LinearSum size = reader.Vocabulary.Options(place).Aggregate(
            LinearSum.Of(Rational.Zero), (sum, k) => sum.Plus(LinearSum.OfVariable(reader.Vocabulary.Member(place, k).Number)));
        return Term.Of(new FlagFormula(reader.Vocabulary.Flag(place), true), size);
    }

    private static Formula Both(Formula left, Formula right) => Formula.Any(Formula.All(left, right), Formula.All(left.Opposite, right.Opposite));

    private SetTerm OfFact(FactPlace place) => new(
        new FlagFormula(reader.Vocabulary.Flag(place), true),
        reader.Vocabulary.Options(place).ToImmutableSortedDictionary(k => k, k => IsIn(place, k), StringComparer.Ordinal));

    private Formula IsIn(FactPlace place, string member) =>
        SumFormula.Of(LinearSum.OfVariable(reader.Vocabulary.Member(place, member).Number).Plus(LinearSum.Of(Rational.Of(-1))), Relation.Equal);

    private SetTerm OfParameter(ParameterExpression parameter)
    {
        List<(Formula Guard, Value Value)> cases = reader.Terms.Values(parameter);
        IEnumerable<string> members = cases.SelectMany(c => ((SetValue)c.Value).Members).Distinct(StringComparer.Ordinal);
        return new SetTerm(
            Formula.Any(cases.Select(c => c.Guard)),
            members.ToImmutableSortedDictionary(m => m, m => Formula.Any(cases.Where(c => ((SetValue)c.Value).Members.Contains(m)).Select(c => c.Guard)), StringComparer.Ordinal));
    }

    private static SetTerm Written(Formula known, IEnumerable<string> members) =>
        new(known, members.Distinct(StringComparer.Ordinal).ToImmutableSortedDictionary(m => m, _ => Formula.True, StringComparer.Ordinal));
}
