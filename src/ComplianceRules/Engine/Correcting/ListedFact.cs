using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A fact whose other values are listed: yes or no, keys, sets of keys.</summary>
internal sealed class ListedFact : ChangeableFact
{
    private readonly ImmutableArray<(Value Value, int Steps)> _others;

    /// <summary>Names the fact and its other values.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="field">The field.</param>
    /// <param name="now">The present value.</param>
    /// <param name="others">The other values, those of the fewest steps first.</param>
    public ListedFact(FactTable table, int row, FieldSchema field, Value now, ImmutableArray<(Value Value, int Steps)> others)
        : base(table, row, field, now) => _others = others;

    /// <inheritdoc/>
    public override double CostBeyond => Field.Type != FieldType.Set || SetChoices.AreAll(Field.Options.Length) ? double.PositiveInfinity : (SetChoices.MostChanged + 1) * UnitCost;

    public override long Lowest => 0;

    public override long Highest => _others.Length;

    public override Value At(long number) => number == 0 ? Now : _others[(int)number - 1].Value;

    public override double Cost(long number) => number == 0 ? 0 : _others[(int)number - 1].Steps * UnitCost;

    public override decimal ExactCost(long number) => number == 0 ? 0 : Exactly(Rational.Of(_others[(int)number - 1].Steps) * Rational.OfCell(UnitCost));

    public override ValueRange Between(long low, long high)
    {
        ValueRange range = TypeRanges.Of(At(low));
        for (long number = low + 1; number <= high && range is not AnyRange; number++) range = ValueRange.Hull(range, TypeRanges.Of(At(number)));
        return range;
    }
}
