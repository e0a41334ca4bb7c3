using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Which readings there are, and the types that go with them.</summary>
internal static class TrialReadings
{
    /// <summary>How far a list of values is from one value in the order of the readings.</summary>
    private const int FromValueToList = TrialReading.Ints - TrialReading.Int;

    /// <summary>What a fact that is null may be anywhere; the first is what it is where nothing speaks for another.</summary>
    public static ImmutableArray<TrialReading> OfNullValue { get; } =
        [TrialReading.Int, TrialReading.Bool, TrialReading.Text, TrialReading.Date, TrialReading.Time];

    /// <summary>What a list without a known item may be.</summary>
    public static ImmutableArray<TrialReading> OfNullList { get; } = [TrialReading.Ints, TrialReading.Bools, TrialReading.Texts, TrialReading.Dates, TrialReading.Times];

    public static TrialReading ListOf(TrialReading value) => value + FromValueToList;

    public static bool IsList(TrialReading reading) => reading >= TrialReading.Ints;

    /// <summary>The field that a value becomes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="reading">What it is taken for: a value, or a list of values for the field of one item.</param>
    public static FieldSchema Field(string name, TrialReading reading)
    {
        TrialReading value = IsList(reading) ? reading - FromValueToList : reading;
        return value switch
        {
            TrialReading.Int => new FieldSchema(name, FieldType.Number) { Step = 1 },
            TrialReading.Number => new FieldSchema(name, FieldType.Number),
            TrialReading.Bool => new FieldSchema(name, FieldType.Bool),
            TrialReading.Date => new FieldSchema(name, FieldType.Date),
            TrialReading.Time => new FieldSchema(name, FieldType.Time) { Scale = TimeScale.WholeDay },
            _ => new FieldSchema(name, FieldType.Text),
        };
    }

    /// <summary>The type of an item.</summary>
    public static ExpressionType ItemType(TrialReading reading) =>
        ExpressionType.Of(Field(string.Empty, reading)) with { IsInt = reading is TrialReading.Int or TrialReading.Ints };
}
