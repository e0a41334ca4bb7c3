using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.External.Tests.Sql;

/// <summary>Cells of DuckDB.</summary>
/// <param name="dice">Which types, and which cells are odd.</param>
internal sealed class MadeDuckDbCells(Dice dice) : MadeTypedCells(dice)
{
    public override SqlDialect Dialect => SqlDialect.DuckDb;

    public override string Marked(string name) => $"${name}";

    protected override string TypeOf(FieldType kind) => kind == FieldType.Bool ? "BOOLEAN" : "VARCHAR";

    protected override string TypeOf(FieldSchema field) => field.Type switch
    {
        FieldType.Number => field.Step is 1 ? Dice.Of("BIGINT", "DECIMAL(18,6)", "DOUBLE", "VARCHAR", "INTEGER") : Dice.Of("DOUBLE", "DECIMAL(30,12)", "DOUBLE", "VARCHAR"),
        FieldType.Bool => Dice.Of("BOOLEAN", "BOOLEAN", "VARCHAR", "INTEGER"),
        FieldType.Date => Dice.Of("DATE", "DATE", "TIMESTAMP", "VARCHAR"),
        FieldType.Time => Dice.Of("VARCHAR", "TIME"),
        _ => Dice.Of("VARCHAR", "VARCHAR COLLATE NOCASE"),
    };

    protected override object? Stored(string type, FieldSchema field, string text) => type switch
    {
        "BIGINT" => WholeOf(text),
        "INTEGER" when field.Type == FieldType.Number => WholeOf(text, int.MaxValue),
        "INTEGER" => bool.Parse(text) ? 1L : 0L,
        "DECIMAL(18,6)" => Math.Abs(Number(text)) < 1e12m ? Number(text) : null,
        "DECIMAL(30,12)" => Math.Abs(Number(text)) < 1e16m ? Number(text) : null,
        "DOUBLE" => Double(text),
        "BOOLEAN" => bool.Parse(text),
        "DATE" => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        "TIMESTAMP" => DateTime.Parse(text, CultureInfo.InvariantCulture),
        "TIME" => int.Parse(text[..2], CultureInfo.InvariantCulture) < 24 ? $"{text}{(Dice.OneIn(40) ? ":30" : ":00")}" : null,
        _ => Text(text),
    };
}
