using System.Globalization;
using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A known fact of one row that may be changed, its values numbered from the present one, which is 0, outwards.</summary>
/// <remarks>Immutable. Of numbers, times and days the values above count up and those below count down, each a step further; of others the values count up as they get dearer.</remarks>
internal abstract class ChangeableFact
{
    // So that many of them still add up.
    private static readonly BigInteger Dearest = BigInteger.Pow(10, 24);
    private static readonly BigInteger LargestDecimal = new(decimal.MaxValue);

    /// <summary>Names the fact.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="field">The field; it has a cost.</param>
    /// <param name="now">The present value.</param>
    private protected ChangeableFact(FactTable table, int row, FieldSchema field, Value now)
    {
        (Table, Row, Field, Now) = (table, row, field, now);
        UnitCost = field.ChangeCost!.Value;
    }

    /// <summary>The row's table.</summary>
    public FactTable Table { get; }

    /// <summary>The row.</summary>
    public int Row { get; }

    /// <summary>The field.</summary>
    public FieldSchema Field { get; }

    /// <summary>The present value.</summary>
    public Value Now { get; }

    /// <summary>The number of the value furthest down, at most 0.</summary>
    public abstract long Lowest { get; }

    /// <summary>The number of the value furthest up, at least 0.</summary>
    public abstract long Highest { get; }

    /// <summary>What a step costs.</summary>
    protected double UnitCost { get; }

    /// <summary>A value.</summary>
    /// <param name="number">Its number.</param>
    public abstract Value At(long number);

    /// <summary>Whether data can give a value: of numbers it keeps 15 digits.</summary>
    /// <param name="number">The value's number.</param>
    public virtual bool CanGive(long number) => true;

    /// <summary>What it costs to come to a value: grows with the distance from 0, to either side.</summary>
    /// <param name="number">The value's number.</param>
    public abstract double Cost(long number);

    /// <summary>The same, exactly.</summary>
    /// <param name="number">The value's number.</param>
    public abstract decimal ExactCost(long number);

    /// <summary>What the cheapest value costs that the field allows and that has no number; infinite where all have one.</summary>
    public abstract double CostBeyond { get; }

    /// <summary>The values between two numbers.</summary>
    /// <param name="low">The lower number.</param>
    /// <param name="high">The higher number.</param>
    public abstract ValueRange Between(long low, long high);

    /// <summary>The fact; null where its field has no cost, its value is not known, or rows lie by it.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="field">The field.</param>
    /// <param name="now">The present value.</param>
    public static ChangeableFact? Of(FactTable table, int row, FieldSchema field, Value now)
    {
        if (field.ChangeCost is null || TableEdit.LiesBy(table.Schema.Name, field.Name)) return null;
        return now switch
        {
            NumberValue or TimeValue or DateValue => SteppedFact.Of(table, row, field, now),
            BoolValue truth => new ListedFact(table, row, field, now, [(Value.Of(!truth.Truth), 1)]),
            TextValue key when field.Type == FieldType.Enum => new ListedFact(table, row, field, now, [.. field.Options.Where(o => o.Key != key.Content).Select(o => ((Value)new TextValue(o.Key), 1))]),
            SetValue members when field.Type == FieldType.Set => new ListedFact(table, row, field, now, SetChoices.Of(members, [.. field.Options.Select(o => o.Key)])),
            _ => null,
        };
    }

    /// <summary>A cost as near as a decimal comes to it, at most 10^24; without the zeros at its end.</summary>
    /// <param name="cost">The cost.</param>
    protected static decimal Exactly(Rational cost)
    {
        BigInteger whole = BigInteger.Min(cost.Floor(), Dearest);
        bool isExact = whole < Dearest && BigInteger.Max(cost.Numerator, cost.Denominator) <= LargestDecimal;
        return isExact ? (decimal)cost.Numerator / (decimal)cost.Denominator / 1.0000000000000000000000000000m : (decimal)whole;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Table.Schema.Name}[{Row}].{Field.Name}");
}
