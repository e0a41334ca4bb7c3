using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.External.Tests.Sql;

/// <summary>Cells of PostgreSQL.</summary>
/// <param name="dice">Which types, and which cells are odd.</param>
internal sealed class MadePostgreSqlCells(Dice dice) : MadeTypedCells(dice)
{
    public override SqlDialect Dialect => SqlDialect.PostgreSql;

    protected override string TypeOf(FieldType kind) => kind == FieldType.Bool ? "boolean" : "text";

    protected override string TypeOf(FieldSchema field) => field.Type switch
    {
        FieldType.Number => field.Step is 1 ? Dice.Of("bigint", "numeric", "float8", "text") : Dice.Of("float8", "numeric", "float8", "text"),
        FieldType.Bool => Dice.Of("boolean", "boolean", "text", "integer"),
        FieldType.Date => Dice.Of("date", "date", "timestamp", "text"),
        FieldType.Time => Dice.Of("interval", "text", "text"),
        _ => Dice.Of("text", "varchar(40)"),
    };

    protected override object? Stored(string type, FieldSchema field, string text) => type switch
    {
        "bigint" => WholeOf(text),
        "numeric" => Number(text),
        "float8" => Double(text),
        "boolean" => bool.Parse(text),
        "integer" => bool.Parse(text) ? 1 : 0,
        "date" => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        "timestamp" => DateTime.Parse(text, CultureInfo.InvariantCulture),
        "interval" => new TimeSpan(int.Parse(text[..2], CultureInfo.InvariantCulture), int.Parse(text[3..], CultureInfo.InvariantCulture), 0),
        _ => Text(text),
    };
}
