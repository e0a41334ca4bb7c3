using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>What relations mean.</summary>
internal static class Relations
{
    /// <summary>The relation of a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    public static Relation Of(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => Relation.Below,
        ComparisonOperator.LessOrEqual => Relation.AtMost,
        ComparisonOperator.Greater => Relation.Above,
        ComparisonOperator.GreaterOrEqual => Relation.AtLeast,
        ComparisonOperator.Equal => Relation.Equal,
        _ => Relation.Unequal,
    };

    /// <summary>What holds exactly where a relation does not.</summary>
    /// <param name="relation">The relation.</param>
    public static Relation Opposite(Relation relation) => relation switch
    {
        Relation.AtMost => Relation.Above,
        Relation.Below => Relation.AtLeast,
        Relation.AtLeast => Relation.Below,
        Relation.Above => Relation.AtMost,
        Relation.Equal => Relation.Unequal,
        _ => Relation.Equal,
    };

    /// <summary>The relation of the negative.</summary>
    /// <param name="relation">The relation.</param>
    public static Relation Mirrored(Relation relation) => relation switch
    {
        Relation.AtMost => Relation.AtLeast,
        Relation.Below => Relation.Above,
        Relation.AtLeast => Relation.AtMost,
        Relation.Above => Relation.Below,
        _ => relation,
    };

    /// <summary>Whether a number of some sign stands so to zero.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="sign">Negative, 0 or positive.</param>
    public static bool Holds(Relation relation, int sign) => relation switch
    {
        Relation.AtMost => sign <= 0,
        Relation.Below => sign < 0,
        Relation.AtLeast => sign >= 0,
        Relation.Above => sign > 0,
        Relation.Equal => sign == 0,
        _ => sign != 0,
    };
}
