using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>Two conditions over the same few fields with few values each, compared by trying all of them.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class ConditionBox
{
    private const int MostValues = 32;
    private const int MostTries = 60_000;

    private readonly TypedExpression _before;
    private readonly TypedExpression _after;
    private readonly (FieldExpression Field, ImmutableArray<Value> Values)[] _axes;

    private ConditionBox(TypedExpression before, TypedExpression after, (FieldExpression Field, ImmutableArray<Value> Values)[] axes) => (_before, _after, _axes) = (before, after, axes);

    /// <summary>The box of two conditions; null where they read more than a few small fields of the row itself and the rows above it.</summary>
    /// <param name="before">The old condition.</param>
    /// <param name="after">The new condition.</param>
    public static ConditionBox? Of(TypedExpression before, TypedExpression after)
    {
        TypedExpression[] parts = [.. ExpressionWalker.SelfAndDescendants(before), .. ExpressionWalker.SelfAndDescendants(after)];
        if (!parts.All(SmallCondition.CanHave)) return null;
        List<(FieldExpression Field, ImmutableArray<Value> Values)> axes = [];
        long tries = 1;
        foreach (IGrouping<(RowPath Row, string Name), FieldExpression> field in parts.OfType<FieldExpression>().GroupBy(SmallCondition.KeyOf))
        {
            ImmutableArray<Value> values = [.. field.SelectMany(f => ValuesOf(f.Field)).Distinct()];
            tries *= values.Length + 1;
            if (values.Length is 0 or > MostValues || tries > MostTries) return null;
            axes.Add((field.Last(), values));
        }

        return new ConditionBox(before, after, [.. axes]);
    }

    /// <summary>Whether both are the same for all values, unknown ones included.</summary>
    public bool AreSame() => Tries(withUnknown: true).All(t => t.Before == t.After);

    /// <summary>By field, which values let the one apply and not the other; empty where that is no matter of single fields.</summary>
    public ImmutableArray<BoxDifference> Differences()
    {
        (int[] Place, bool? Before, bool? After)[] tries = [.. Tries(withUnknown: false)];
        if (Projected([.. tries.Where(t => t.Before == true).Select(t => t.Place)]) is not { } old || Projected([.. tries.Where(t => t.After == true).Select(t => t.Place)]) is not { } now) return [];
        return [.. _axes.Select((axis, number) => new BoxDifference(axis.Field, Only(axis.Values, now[number], old[number]), Only(axis.Values, old[number], now[number]))).Where(d => !d.Added.IsEmpty || !d.Removed.IsEmpty)];
    }

    private static ImmutableArray<Value> Only(ImmutableArray<Value> values, HashSet<int> of, HashSet<int> than) => [.. values.Where((_, number) => of.Contains(number) && !than.Contains(number))];

    // The values of each field by themselves say it all only where every combination of them is there.
    private HashSet<int>[]? Projected(int[][] places)
    {
        if (places.Length == 0) return null;
        HashSet<int>[] projected = [.. _axes.Select((_, number) => places.Select(p => p[number]).ToHashSet())];
        return projected.Aggregate(1L, (all, axis) => all * axis.Count) == places.Length ? projected : null;
    }

    private IEnumerable<(int[] Place, bool? Before, bool? After)> Tries(bool withUnknown)
    {
        int[] place = new int[_axes.Length];
        while (true)
        {
            Dictionary<(RowPath Row, string Name), Value?> facts = [];
            for (int axis = 0; axis < place.Length; axis++) facts[SmallCondition.KeyOf(_axes[axis].Field)] = place[axis] < _axes[axis].Values.Length ? _axes[axis].Values[place[axis]] : null;
            yield return ([.. place], SmallCondition.Truth(_before, facts), SmallCondition.Truth(_after, facts));
            int next = 0;
            while (next < place.Length && ++place[next] == _axes[next].Values.Length + (withUnknown ? 1 : 0)) place[next++] = 0;
            if (next == place.Length) yield break;
        }
    }

    private static IEnumerable<Value> ValuesOf(FieldSchema field) => field switch
    {
        { Type: FieldType.Bool } => [Value.True, Value.False],
        { Type: FieldType.Enum } => field.Options.Select(o => new TextValue(o.Key)),
        { Type: FieldType.Number, Range: { } range, Step: { } step } when (range.High - range.Low) / step < MostValues => Steps(range, step),
        _ => [],
    };

    private static IEnumerable<Value> Steps(NumberRange range, double step)
    {
        (Rational at, Rational last, Rational by) = (Rational.OfCell(range.Low), Rational.OfCell(range.High), Rational.OfCell(step));
        // Only whole steps are values of the field.
        for (Rational number = FirstStep(at, by); number <= last; number += by) yield return new NumberValue(number);
    }

    private static Rational FirstStep(Rational low, Rational step)
    {
        Rational steps = low / step;
        System.Numerics.BigInteger whole = System.Numerics.BigInteger.Divide(steps.Numerator, steps.Denominator);
        Rational at = Rational.Of(whole) * step;
        return at < low ? at + step : at;
    }
}
