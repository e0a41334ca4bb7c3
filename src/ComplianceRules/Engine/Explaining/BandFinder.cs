using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>Finds the band that a measure falls into.</summary>
/// <param name="interpreter">Evaluates one row.</param>
internal sealed class BandFinder(ReferenceInterpreter interpreter)
{
    /// <summary>The highest band that the measure reaches; null below the first, and where one that it might reach is not known or the bands do not ascend for the row.</summary>
    /// <param name="form">The rule.</param>
    /// <param name="observed">What the row has.</param>
    /// <param name="row">The row.</param>
    public FindingBand? Of(JudgedForm form, Value observed, RowFrames row)
    {
        if (form.Bands.IsEmpty || observed is UnknownValue) return null;
        ImmutableArray<Value> begins = [.. form.Bands.Select(b => interpreter.Evaluate(b.From, row))];
        Value[] known = [.. begins.Where(b => b is not UnknownValue)];
        if (!known.Zip(known.Skip(1)).All(pair => ExactComparison.Holds(ComparisonOperator.Less, pair.First, pair.Second))) return null;
        for (int i = begins.Length - 1; i >= 0; i--)
        {
            if (begins[i] is UnknownValue) return null;
            if (ExactComparison.Holds(ComparisonOperator.GreaterOrEqual, observed, begins[i])) return new FindingBand(form.Bands[i].Id, form.Bands[i].Title);
        }

        return null;
    }
}
