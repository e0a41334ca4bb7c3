using System.Globalization;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Reducing;

/// <summary>What a rule of regions asks of each school, or of each row below one, worked out by the database: a truth value, or a number.</summary>
/// <param name="Field">The field that it is read as: one that no data has.</param>
/// <param name="Asked">What the rule asks, for rows that SQL may not read as the engine does.</param>
/// <param name="Parameters">The values in force where it is asked.</param>
/// <param name="Unit">What one of a whole number is; null for truth values and for numbers as they stand.</param>
/// <param name="Text">How SQL says it of the columns of the rows; null where it is not known.</param>
internal sealed record SqlReducedColumn(FieldSchema Field, TypedExpression Asked, ParameterTable Parameters, Rational? Unit, string Text)
{
    /// <summary>Whether the row is the subject of what is asked; else it is an item of a list of a region.</summary>
    public required bool IsSubject { get; init; }

    /// <summary>What is read where a row has a value.</summary>
    /// <param name="value">The value that the engine has.</param>
    /// <returns>A text that is read as the database's own answer is; null where it is not known.</returns>
    public string? Cell(Value value) => value switch
    {
        BoolValue truth => truth.Truth ? "1" : "0",
        NumberValue number when Unit is { } unit => Whole(number.Number / unit),
        NumberValue number => number.Number.ToDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    private string Whole(Rational units) => units.IsWhole
        ? units.Numerator.ToString(CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"{Field.Name} of a row is {units} times {Unit}, which is no whole number");
}
