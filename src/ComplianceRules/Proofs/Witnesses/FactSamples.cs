using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Values to try for facts that a term is made of which is not followed.</summary>
internal static class FactSamples
{
    private const int Parts = 8;

    /// <summary>A few values of a field, all over its range.</summary>
    /// <param name="field">The field.</param>
    public static ImmutableArray<Value> Of(FieldSchema field) => field.Type switch
    {
        FieldType.Bool => [Value.True, Value.False],
        FieldType.Enum => [.. field.Options.Select(o => new TextValue(o.Key))],
        FieldType.Date => [.. Enumerable.Range(1, 12).Select(m => new DateValue(new DateOnly(2020, m, m)))],
        FieldType.Time => field.Scale is { } scale ? [.. Between(Rational.Of(scale.Low), Rational.Of(scale.High), Rational.Of(1)).Select(n => new TimeValue((int)n.Numerator))] : [],
        FieldType.Number when field.Range is { } range =>
            [.. Between(Rational.OfCell(range.Low), Rational.OfCell(range.High), field.Step is { } step ? Rational.OfCell(step) : null).Select(n => new NumberValue(n))],
        _ => [],
    };

    private static IEnumerable<Rational> Between(Rational low, Rational high, Rational? step)
    {
        yield return low;
        foreach (int small in (int[])[1, 2, 3, 10]) yield return low + ((step ?? Rational.Of(1)) * Rational.Of(small));
        for (int part = 1; part <= Parts; part++)
        {
            Rational at = low + ((high - low) * Rational.Of(part) / Rational.Of(Parts));
            yield return step is { } stride ? ValueChoice.Floor(at / stride) * stride : at;
        }
    }
}
