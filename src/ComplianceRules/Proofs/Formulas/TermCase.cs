namespace ComplianceRules.Proofs;

/// <summary>One case of a value: where it holds, and what the value is then.</summary>
/// <param name="Guard">Where the case holds.</param>
/// <param name="Sum">The value, or what is divided.</param>
/// <param name="Divisor">What it is divided by, unknown where that is 0; null for 1.</param>
internal sealed record TermCase(Formula Guard, LinearSum Sum, LinearSum? Divisor)
{
    /// <summary>Where the case holds and the value is known.</summary>
    public Formula Known => Divisor is null ? Guard : Formula.All(Guard, SumFormula.Of(Divisor, Relation.Unequal));

    /// <summary>How this stands to another, as a condition without unknowns; null where it is not linear.</summary>
    /// <param name="other">The other.</param>
    /// <param name="relation">How.</param>
    public Formula? Compare(TermCase other, Relation relation)
    {
        if (Divisor is not null && other.Divisor is not null) return Divisor.Equals(other.Divisor) ? Quotient(Sum.Minus(other.Sum), Divisor, relation) : null;
        if (Divisor is null && other.Divisor is null) return SumFormula.Of(Sum.Minus(other.Sum), relation);
        if (Divisor is null) return other.Compare(this, Relations.Mirrored(relation));
        return other.Sum.IsConstant ? Quotient(Sum.Minus(Divisor.Times(other.Sum.Constant)), Divisor, relation) : null;
    }

    private static Formula Quotient(LinearSum above, LinearSum below, Relation relation) => Formula.Any(
        Formula.All(SumFormula.Of(below, Relation.Above), SumFormula.Of(above, relation)),
        Formula.All(SumFormula.Of(below, Relation.Below), SumFormula.Of(above, Relations.Mirrored(relation))));
}
