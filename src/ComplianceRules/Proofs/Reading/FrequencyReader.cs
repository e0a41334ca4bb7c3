using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>Reads how often something must or may happen: variables, of which those of tighter limits follow from those of others.</summary>
/// <param name="reader">Reads the rest.</param>
internal sealed class FrequencyReader(ConditionReader reader)
{
    /// <summary>Whether periods are judged, or kept.</summary>
    /// <param name="frequency">The question.</param>
    public Truth Read(FrequencyExpression frequency)
    {
        Truth judged = reader.Opaque.Condition(frequency with { Part = FrequencyPart.Judged });
        Truth kept = reader.Opaque.Condition(frequency with { Part = FrequencyPart.Kept });
        if (TryNumber(frequency.Min, out Rational? min) && TryNumber(frequency.Max, out Rational? max))
            Keep(new FrequencyTerm(reader.Opaque.Name(frequency with { Part = FrequencyPart.Count, Min = null, Max = null }), min, max, Formula.All(judged.True, kept.False)));
        return frequency.Part == FrequencyPart.Judged ? judged : kept;
    }

    private void Keep(FrequencyTerm term)
    {
        List<FrequencyTerm> known = reader.Vocabulary.Frequencies;
        if (known.Exists(k => k.Counted == term.Counted && k.Min == term.Min && k.Max == term.Max)) return;
        foreach (FrequencyTerm other in known)
        {
            if (term.IsAsTightAs(other)) reader.Vocabulary.Axioms.Add(Formula.Any(other.Broken.Opposite, term.Broken));
            if (other.IsAsTightAs(term)) reader.Vocabulary.Axioms.Add(Formula.Any(term.Broken.Opposite, other.Broken));
        }

        known.Add(term);
    }

    // A limit that depends on the row is not followed.
    private bool TryNumber(TypedExpression? limit, out Rational? number)
    {
        number = null;
        if (limit is null) return true;
        if (reader.Terms.Read(limit) is not { Cases: [{ Guard: ConstantFormula { Truth: true }, Sum.IsConstant: true, Divisor: null } only] }) return false;
        number = only.Sum.Constant;
        return true;
    }
}
